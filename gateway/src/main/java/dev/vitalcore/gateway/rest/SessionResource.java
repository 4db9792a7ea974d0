package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private final SessionCatalogue catalogue;
    private final ExpectedSessions expected;
    private final SessionReader reader;
    private final SessionLookup lookup;

    SessionResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.catalogue = services.telemetry().sessions();
        this.expected = services.telemetry().expected();
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping
    Sessions list(@RequestParam Map<String, String> parameters) {
        int limit = Parameters.limit(parameters);
        return new Sessions(
                catalogue.sessions(limit).stream().map(SessionJson::brief).toList(),
                expected.newest(Math.min(limit, MOST_EXPECTED)).stream()
                        .filter(session -> catalogue.session(session.session()).isEmpty())
                        .map(ExpectedJson::of)
                        .toList());
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
        static ExpectedJson of(ExpectedSessions.Expected expected) {
            return new ExpectedJson(
                    expected.session().value(),
                    expected.title(),
                    expected.circuit(),
                    EpochNanos.toInstant(expected.atNanos()));
        }
    }

    record Entries(List<EntryJson> entries) {}
}
