package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.TrackJson;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.timing.application.EntrySummary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The track as the cars of a session show it: the fastest of them tells. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/track")
final class TrackResource {
    /** A point each few metres of any circuit, and still a small answer. */
    private static final int OUTLINE_POINTS = 2000;

    private final GatewayServices services;
    private final SessionLookup lookup;

    TrackResource(GatewayServices services, SessionLookup lookup) {
        this.services = services;
        this.lookup = lookup;
    }

    @GetMapping
    TrackJson track(@PathVariable String session) {
        List<EntrySummary> fastestFirst = fastestFirst(lookup.session(session).id());
        Optional<TrackJson.Outline> outline =
                fastestFirst.stream().flatMap(entry -> outline(entry).stream()).findFirst();
        return TrackJson.of(
                gates(fastestFirst),
                outline.orElse(null),
                services.timing().circuits().hasProvider());
    }

    private List<EntrySummary> fastestFirst(SessionId session) {
        return services.timing().views().summaries(session).stream()
                .sorted(
                        Comparator.comparingLong(
                                entry -> entry.bestLapNanos().orElse(Long.MAX_VALUE)))
                .toList();
    }

    private Optional<TrackJson.Outline> outline(EntrySummary entry) {
        if (entry.bestLap().isEmpty()) {
            return Optional.empty();
        }
        int lap = entry.bestLap().getAsInt();
        return services.timing()
                .lapSeries()
                .outline(entry.entry(), lap, OUTLINE_POINTS)
                .map(way -> TrackJson.Outline.of(entry.entry().car(), lap, way));
    }

    private List<DeclaredGate> gates(List<EntrySummary> fastestFirst) {
        return fastestFirst.stream()
                .flatMap(entry -> services.timing().views().track(entry.entry()).stream())
                .findFirst()
                .map(track -> track.gates())
                .orElse(List.of());
    }
}
