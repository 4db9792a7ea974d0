package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.OverlayJson;
import dev.vitalcore.timing.application.LapReference;
import dev.vitalcore.timing.application.Overlays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two laps by distance, of any cars in any sessions. */
@RestController
@RequestMapping("/api/v1/overlay")
final class OverlayResource {
    private final Overlays overlays;
    private final ChannelReads reads;
    private final SessionLookup lookup;

    OverlayResource(GatewayServices services, SessionLookup lookup) {
        this.overlays = services.timing().overlays();
        this.reads = new ChannelReads(services.telemetry().series());
        this.lookup = lookup;
    }

    @GetMapping
    OverlayJson overlay(@RequestParam Map<String, String> parameters) {
        OverlayQuestion question = OverlayQuestion.of(parameters);
        LapReference reference = lookup.lap(question.reference());
        LapReference other = lookup.lap(question.other());
        return OverlayJson.of(
                reads.of(
                        List.of(reference.entry(), other.entry()),
                        question.channels(),
                        () ->
                                overlays.overlay(
                                        reference, other, question.channels(), question.points())));
    }
}
