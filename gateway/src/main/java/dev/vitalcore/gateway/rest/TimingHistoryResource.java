package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.BestLapStandingJson;
import dev.vitalcore.gateway.json.KnownLapJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.gateway.json.StandingJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.TimingHistory;
import dev.vitalcore.timing.application.TimingHistory.RaceStandings;
import dev.vitalcore.timing.domain.Revision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What timing knew of a session: now, and as it was known at any moment. */
@RestController
@RequestMapping("/api/v1/sessions/{session}")
final class TimingHistoryResource {
    private static final Set<String> OF_LAPS = Set.of("as_of", "known_at", "car", "limit");
    private static final int MOST_LAPS = 50_000;
    private static final int USUAL_LAPS = 10_000;
    private static final Set<String> OF_STANDINGS = Set.of("as_of", "known_at", "by");
    private static final String RACE = "race";
    private static final String BEST_LAP = "best_lap";

    private final TimingHistory history;
    private final RaceControlQueries raceControl;
    private final SessionReader reader;
    private final SessionLookup lookup;

    TimingHistoryResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.history = services.timing().views().history();
        this.raceControl = services.telemetry().signals();
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping("/laps")
    Laps laps(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, OF_LAPS);
        SessionSummary found = lookup.session(session);
        Moment moment = Decisions.moment(parameters);
        String car = parameters.get("car");
        int limit = Parameters.whole(parameters, "limit", 1, MOST_LAPS).orElse(USUAL_LAPS);
        List<Revision> laps =
                car == null
                        ? history.laps(found.id(), moment)
                        : history.laps(lookup.entry(found, car), moment);
        Set<EntryId> holes = reader.entriesWithHoles(found.id());
        return new Laps(
                parameters.get("as_of"),
                parameters.get("known_at"),
                laps.size(),
                laps.stream()
                        .limit(limit)
                        .map(lap ->
                                KnownLapJson.of(
                                        lap,
                                        found.startNanos(),
                                        holes.contains(lap.event().entry())))
                        .toList());
    }

    @GetMapping("/standings")
    Standings standings(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, OF_STANDINGS);
        SessionSummary found = lookup.session(session);
        Moment moment = Decisions.moment(parameters);
        String by = parameters.getOrDefault("by", RACE);
        return switch (by) {
            case RACE -> byRace(found, moment, parameters);
            case BEST_LAP ->
                    new Standings(
                            parameters.get("as_of"),
                            parameters.get("known_at"),
                            by,
                            null,
                            history.summaries(found.id(), moment).stream()
                                    .map(BestLapStandingJson::of)
                                    .toList());
            default -> throw Parameters.unusable("by", by, "write " + RACE + " or " + BEST_LAP);
        };
    }

    private Standings byRace(
            SessionSummary session, Moment moment, Map<String, String> parameters) {
        RaceStandings known =
                history.raceStandings(
                        session.id(),
                        moment,
                        raceControl.chequered(session.id()),
                        session.startNanos() + session.durationNanos());
        return new Standings(
                parameters.get("as_of"),
                parameters.get("known_at"),
                RACE,
                known.atNanos().isPresent()
                        ? EpochNanos.toSeconds(known.atNanos().getAsLong() - session.startNanos())
                        : null,
                known.order().stream().map(StandingJson::of).toList());
    }

    /**
     * Laps.
     *
     * @param total how many there are, of which the first are told
     */
    record Laps(
            @Nullable String asOf, @Nullable String knownAt, int total, List<KnownLapJson> laps) {}

    /**
     * @param atS up to where the order of a race goes; null by best laps, and where nothing was
     *     known
     */
    record Standings(
            @Nullable String asOf,
            @Nullable String knownAt,
            String by,
            @Nullable Double atS,
            List<?> standings) {}
}
