package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.OverlayJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.application.Overlays;
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
    private final SessionLookup lookup;

    OverlayResource(GatewayServices services, SessionLookup lookup) {
        this.overlays = services.overlays();
        this.lookup = lookup;
    }

    @GetMapping
    OverlayJson overlay(@RequestParam Map<String, String> parameters) {
        OverlayQuestion question = OverlayQuestion.of(parameters);
        requireKnown(question.reference().entry());
        requireKnown(question.other().entry());
        return OverlayJson.of(
                overlays.overlay(
                        question.reference(),
                        question.other(),
                        question.channels(),
                        question.points()));
    }

    private void requireKnown(EntryId entry) {
        lookup.entry(lookup.session(entry.session().value()), entry.car());
    }
}
