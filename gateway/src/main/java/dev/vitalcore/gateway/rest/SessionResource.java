package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
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
    private final SessionReader reader;
    private final SessionLookup lookup;

    SessionResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.catalogue = services.telemetry().sessions();
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping
    Sessions list(@RequestParam Map<String, String> parameters) {
        return new Sessions(
                catalogue.sessions(Parameters.limit(parameters)).stream()
                        .map(SessionJson::brief)
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

    record Sessions(List<SessionJson<Integer>> sessions) {}

    record Entries(List<EntryJson> entries) {}
}
