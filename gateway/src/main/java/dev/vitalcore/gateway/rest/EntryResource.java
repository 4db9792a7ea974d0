package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.ChannelJson;
import dev.vitalcore.gateway.json.LapJson;
import dev.vitalcore.gateway.json.SessionReader;
import dev.vitalcore.gateway.json.WarningJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One car in a session: its laps and channels. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/entries/{car}")
final class EntryResource {
    private final GatewayServices services;
    private final SessionReader reader;
    private final SessionLookup lookup;

    EntryResource(GatewayServices services, SessionReader reader, SessionLookup lookup) {
        this.services = services;
        this.reader = reader;
        this.lookup = lookup;
    }

    @GetMapping("/laps")
    Laps laps(@PathVariable String session, @PathVariable String car) {
        SessionSummary found = lookup.session(session);
        EntryId entry = lookup.entry(found, car);
        return new Laps(
                reader.laps(entry, found.startNanos()), reader.warnings(entry, found.startNanos()));
    }

    @GetMapping("/channels")
    Channels channels(@PathVariable String session, @PathVariable String car) {
        EntryId entry = lookup.sampled(lookup.session(session), car);
        return new Channels(
                services.telemetry().series().channels(entry).stream()
                        .map(ChannelJson::of)
                        .toList());
    }

    record Laps(List<LapJson> laps, List<WarningJson> warnings) {}

    record Channels(List<ChannelJson> channels) {}
}
