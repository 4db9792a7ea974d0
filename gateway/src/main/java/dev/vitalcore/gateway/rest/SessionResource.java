package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.ExpectedSessions.Expected;
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
    private final SessionCatalogue catalogue;
    private final AwaitedSessions awaited;
    private final SessionReader reader;
    private final SessionLookup lookup;

    SessionResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.catalogue = services.telemetry().sessions();
        this.awaited = AwaitedSessions.of(services);
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping
    Sessions list(@RequestParam Map<String, String> parameters) {
        int limit = Parameters.limit(parameters);
        return new Sessions(
                catalogue.sessions(limit).stream().map(SessionJson::brief).toList(),
                awaited.newest(limit).stream().map(ExpectedJson::of).toList());
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
     * @param expected those that were opened, are not over, and of which no block has come
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
