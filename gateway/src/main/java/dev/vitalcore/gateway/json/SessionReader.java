package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.CatalogueEntry;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.EntrySummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Joins what telemetry and timing know of a session: neither context knows the other. */
public final class SessionReader implements SessionFacts {
    private final GatewayServices services;

    public SessionReader(GatewayServices services) {
        this.services = services;
    }

    @Override
    public Optional<SessionSummary> session(SessionId id) {
        return services.telemetry().sessions().session(id);
    }

    @Override
    public Set<EntryId> entries(SessionId session) {
        return services.telemetry().sessions().entries(session).stream()
                .map(CatalogueEntry::entry)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The entries of the session with what timing makes of them, by car. */
    public List<EntryJson> entriesWithTiming(SessionId session) {
        Map<EntryId, EntrySummary> timing =
                services.timing().views().summaries(session).stream()
                        .collect(Collectors.toMap(EntrySummary::entry, summary -> summary));
        return services.telemetry().sessions().entries(session).stream()
                .map(entry -> joined(entry, Optional.ofNullable(timing.get(entry.entry()))))
                .toList();
    }

    @Override
    public Optional<EntryJson> entry(EntryId id) {
        return services.telemetry().sessions().entries(id.session()).stream()
                .filter(entry -> entry.entry().equals(id))
                .findFirst()
                .map(entry -> joined(entry, services.timing().views().summary(id)));
    }

    public List<LapJson> laps(EntryId entry, long originNanos) {
        return laps(entry, originNanos, entriesWithHoles(entry.session()).contains(entry));
    }

    public List<WarningJson> warnings(EntryId entry, long originNanos) {
        return services.timing().views().warnings(entry).stream()
                .map(warning -> WarningJson.of(warning, originNanos))
                .toList();
    }

    @Override
    public List<LapCompleted> laps(EntryId entry) {
        return services.timing().views().laps(entry);
    }

    @Override
    public SessionPicture picture(SessionSummary session, Set<EntryId> provisional) {
        long origin = session.startNanos();
        Map<String, List<LapJson>> laps = new TreeMap<>();
        Map<String, List<WarningJson>> warnings = new TreeMap<>();
        for (EntryId entry : entries(session.id())) {
            laps.put(entry.car(), laps(entry, origin, provisional.contains(entry)));
            warnings.put(entry.car(), warnings(entry, origin));
        }
        return new SessionPicture(
                SessionJson.brief(session), entriesWithTiming(session.id()), laps, warnings);
    }

    @Override
    public Set<EntryId> entriesWithHoles(SessionId session) {
        return services.telemetry().ledgers().of(session).stream()
                .filter(line -> !line.missing().isEmpty())
                .map(LedgerLine::entry)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<LapJson> laps(EntryId entry, long originNanos, boolean provisional) {
        return laps(entry).stream().map(lap -> LapJson.of(lap, originNanos, provisional)).toList();
    }

    private static EntryJson joined(CatalogueEntry entry, Optional<EntrySummary> timing) {
        return timing.map(summary -> EntryJson.of(entry, summary))
                .orElseGet(() -> EntryJson.untimed(entry));
    }
}
