package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.telemetry.application.FrameGrid;
import dev.vitalcore.telemetry.application.FrameSheet;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All cars of a session at the same moments, in binary: what a screen needs to go back in time. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/frames")
final class FrameResource {
    private final GatewayServices services;
    private final SessionLookup lookup;

    FrameResource(GatewayServices services, SessionLookup lookup) {
        this.services = services;
        this.lookup = lookup;
    }

    @GetMapping(produces = FrameBody.MEDIA_TYPE)
    ResponseEntity<byte[]> frames(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        FrameQuestion question = FrameQuestion.of(parameters);
        SessionSummary found = lookup.session(session);
        FrameGrid grid = question.grid(found.startNanos());
        List<EntryId> entries = entries(found, question);
        FrameSheet sheet = services.telemetry().series().frames(entries, question.channels(), grid);
        return ResponseEntity.ok()
                .header("Content-Type", FrameBody.MEDIA_TYPE)
                .body(FrameBody.of(sheet, question.fromS(), question.hz()));
    }

    private List<EntryId> entries(SessionSummary session, FrameQuestion question) {
        return question.cars().isEmpty()
                ? services.telemetry().sessions().entries(session.id()).stream()
                        .map(entry -> entry.entry())
                        .toList()
                : question.cars().stream().map(car -> lookup.sampled(session, car)).toList();
    }
}
