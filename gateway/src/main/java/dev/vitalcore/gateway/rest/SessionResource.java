package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.application.view.BoardLine;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.racecontrol.domain.Phase;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.ExpectedSessions.Expected;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sessions and who takes part. */
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionResource {
    private static final int MOST_EXPECTED = 50;

    /** Beyond them nobody looks for sessions that never sent anything. */
    private static final int MOST_ANNOUNCED = 1_000;

    private static final Set<String> OVER =
            Stream.of(
                            new Phase.Chequered(),
                            new Phase.Provisional(),
                            new Phase.Official(),
                            new Phase.Cancelled())
                    .map(Phase::word)
                    .collect(Collectors.toUnmodifiableSet());

    private final SessionCatalogue catalogue;
    private final ExpectedSessions expected;
    private final RaceViews board;
    private final SessionReader reader;
    private final SessionLookup lookup;

    SessionResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.catalogue = services.telemetry().sessions();
        this.expected = services.telemetry().expected();
        this.board = services.decisions().raceViews();
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping
    Sessions list(@RequestParam Map<String, String> parameters) {
        int limit = Parameters.limit(parameters);
        return new Sessions(
                catalogue.sessions(limit).stream().map(SessionJson::brief).toList(),
                expected(Math.min(limit, MOST_EXPECTED)));
    }

    private List<ExpectedJson> expected(int limit) {
        List<Expected> announced = expected.newest(MOST_ANNOUNCED);
        Set<SessionId> begun =
                catalogue.begun(
                        announced.stream().map(Expected::session).collect(Collectors.toSet()));
        Set<String> over =
                board.board(MOST_ANNOUNCED).stream()
                        .filter(line -> OVER.contains(line.phase()))
                        .map(BoardLine::session)
                        .collect(Collectors.toSet());
        return announced.stream()
                .filter(each -> !begun.contains(each.session()))
                .filter(each -> !over.contains(each.session().value()))
                .limit(limit)
                .map(ExpectedJson::of)
                .toList();
    }

    @GetMapping("/{session}")
    SessionJson<List<EntryJson>> session(@PathVariable String session) {
        SessionSummary found = lookup.session(session);
        return SessionJson.whole(found, reader.entriesWithTiming(found.id()));
    }

    @GetMapping("/{session}/entries")
    Entries entries(@PathVariable String session) {
        return new Entries(reader.entriesWithTiming(lookup.session(session).id()));
    }

    /**
     * Sessions.
     *
     * @param expected those that are open and of which no block has come
     */
    record Sessions(List<SessionJson<Integer>> sessions, List<ExpectedJson> expected) {}

    record ExpectedJson(String id, String title, String circuit, Instant at) {
        static ExpectedJson of(Expected expected) {
            return new ExpectedJson(
                    expected.session().value(),
                    expected.title(),
                    expected.circuit(),
                    EpochNanos.toInstant(expected.atNanos()));
        }
    }

    record Entries(List<EntryJson> entries) {}
}
