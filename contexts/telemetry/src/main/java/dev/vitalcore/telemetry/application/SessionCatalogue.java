package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.telemetry.domain.Declared;
import dev.vitalcore.telemetry.domain.SourceState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sessions, their cars and the state of their sources, as the store writer committed them. */
public final class SessionCatalogue {
    private final Database database;
    private final SourceRates rates;
    private final InstantSource clock;
    private final long silentAfterNanos;

    /**
     * @param silentAfter how long a source may send nothing before it counts as silent
     */
    public SessionCatalogue(
            Database database, SourceRates rates, InstantSource clock, Duration silentAfter) {
        this.database = database;
        this.rates = rates;
        this.clock = clock;
        this.silentAfterNanos = silentAfter.toNanos();
    }

    /** The sessions that began last, newest first. */
    public List<SessionSummary> sessions(int limit) {
        List<SourceState> sources =
                database.read(connection -> SourceTable.ofNewestSessions(connection, limit));
        Map<SessionId, List<SourceState>> bySession =
                sources.stream()
                        .collect(
                                Collectors.groupingBy(
                                        source -> source.entry().session(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return bySession.values().stream().map(this::summary).toList();
    }

    /** The session; empty when no block of it has come. */
    public Optional<SessionSummary> session(SessionId session) {
        List<SourceState> sources = sourcesOf(session);
        return sources.isEmpty() ? Optional.empty() : Optional.of(summary(sources));
    }

    /** Those of the sessions of which a block has come. */
    public Set<SessionId> begun(Set<SessionId> sessions) {
        return database.read(connection -> SourceTable.sessionsAmong(connection, sessions));
    }

    /** The cars of the session, by name; the circuit is none of them. */
    public List<CatalogueEntry> entries(SessionId session) {
        Map<EntryId, List<SourceState>> byEntry =
                sourcesOf(session).stream()
                        .filter(source -> !source.entry().isTrackside())
                        .collect(
                                Collectors.groupingBy(
                                        SourceState::entry, TreeMap::new, Collectors.toList()));
        return byEntry.entrySet().stream()
                .map(entry ->
                        new CatalogueEntry(
                                entry.getKey(),
                                declared(entry.getValue(), Declared::driver),
                                declared(entry.getValue(), Declared::vehicle)))
                .toList();
    }

    /** Whether a block of it has come. */
    public boolean hasSent(EntryId entry) {
        return sourcesOf(entry.session()).stream().anyMatch(source -> source.entry().equals(entry));
    }

    /** Whether the circuit itself sends in the session. */
    public boolean hasTrackside(SessionId session) {
        return !trackside(session).isEmpty();
    }

    /** The sources of the circuit itself. */
    List<SourceState> trackside(SessionId session) {
        return sourcesOf(session).stream().filter(source -> source.entry().isTrackside()).toList();
    }

    /** All sources, by name. */
    public List<SourceStatus> sources() {
        return database.read(SourceTable::all).stream().map(this::status).toList();
    }

    /** The sources of the session, by name. */
    public List<SourceStatus> sources(SessionId session) {
        return sourcesOf(session).stream().map(this::status).toList();
    }

    private List<SourceState> sourcesOf(SessionId session) {
        return database.read(connection -> SourceTable.ofSession(connection, session));
    }

    private SessionSummary summary(List<SourceState> sources) {
        SessionId id = sources.getFirst().entry().session();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long seen = Long.MAX_VALUE;
        boolean live = false;
        for (SourceState source : sources) {
            first = Math.min(first, source.totals().firstNanos());
            last = Math.max(last, source.totals().lastNanos());
            seen = Math.min(seen, source.totals().seenNanos());
            live |= stateOf(source) == SourceStatus.State.SENDING;
        }
        boolean hasSamples = first <= last;
        return new SessionSummary(
                id,
                title(sources).orElse(id.value()),
                declared(sources, Declared::track),
                hasSamples ? first : seen,
                hasSamples ? last - first : 0,
                live ? SessionSummary.State.LIVE : SessionSummary.State.STORED,
                (int) cars(sources));
    }

    private static long cars(List<SourceState> sources) {
        return sources.stream()
                .map(SourceState::entry)
                .filter(entry -> !entry.isTrackside())
                .distinct()
                .count();
    }

    /** What all sources call the session; each logger of a race calls it after its own car. */
    private static Optional<String> title(List<SourceState> sources) {
        List<String> titles =
                sources.stream()
                        .flatMap(source -> source.declared().stream())
                        .map(Declared::title)
                        .distinct()
                        .limit(2)
                        .toList();
        return titles.size() == 1 ? Optional.of(titles.getFirst()) : Optional.empty();
    }

    private SourceStatus status(SourceState source) {
        return new SourceStatus(
                source.source(),
                source.entry(),
                source.declared().map(Declared::format).orElse("unknown"),
                stateOf(source),
                source.ledger().arrived().highest(),
                source.totals().samples(),
                rates.samplesPerSecond(source.source(), nowNanos()),
                source.totals().firstNanos(),
                source.totals().lastNanos(),
                source.totals().seenNanos());
    }

    private SourceStatus.State stateOf(SourceState source) {
        if (source.totals().ended()) {
            return SourceStatus.State.ENDED;
        }
        return nowNanos() - source.totals().seenNanos() <= silentAfterNanos
                ? SourceStatus.State.SENDING
                : SourceStatus.State.SILENT;
    }

    private long nowNanos() {
        return EpochNanos.of(clock.instant());
    }

    /** What the first of the sources that says anything says. */
    private static Optional<String> declared(
            List<SourceState> sources, Function<Declared, Optional<String>> part) {
        return sources.stream()
                .flatMap(source -> source.declared().flatMap(part).stream())
                .findFirst();
    }
}
