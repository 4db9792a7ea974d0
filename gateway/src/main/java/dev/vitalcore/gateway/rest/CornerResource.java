package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.CornerTableJson;
import dev.vitalcore.gateway.json.CornersJson;
import dev.vitalcore.gateway.json.LossesJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.EntrySummary;
import dev.vitalcore.timing.application.LapReference;
import dev.vitalcore.timing.application.TimingViews;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corners, laps in them, and where a lap loses its time. */
@RestController
@RequestMapping("/api/v1")
final class CornerResource {
    private final Corners corners;
    private final TimingViews timing;
    private final SessionLookup lookup;

    CornerResource(GatewayServices services, SessionLookup lookup) {
        this.corners = services.timing().corners();
        this.timing = services.timing().views();
        this.lookup = lookup;
    }

    @GetMapping("/sessions/{session}/corners")
    CornersJson corners(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("reference"));
        SessionId id = lookup.session(session).id();
        return CornersJson.of(
                corners.of(
                        parameters.containsKey("reference")
                                ? lookup.lap(NamedLap.of(parameters, "reference"))
                                : bestLap(id)));
    }

    @GetMapping("/corners/compare")
    CornerTableJson compare(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("reference", "laps"));
        LapReference reference = lookup.lap(NamedLap.of(parameters, "reference"));
        List<LapReference> laps =
                NamedLap.listOf(parameters, "laps", Corners.MOST_LAPS).stream()
                        .map(lookup::lap)
                        .toList();
        return CornerTableJson.of(corners.compare(reference, laps));
    }

    @GetMapping("/losses")
    LossesJson losses(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("reference", "other"));
        return LossesJson.of(
                corners.losses(
                        lookup.lap(NamedLap.of(parameters, "reference")),
                        lookup.lap(NamedLap.of(parameters, "other"))));
    }

    /** Of those known well, else of all. */
    private LapReference bestLap(SessionId session) {
        return timing.summaries(session).stream()
                .filter(entry -> entry.bestLap().isPresent())
                .min(
                        Comparator.comparing(EntrySummary::bestUncertain)
                                .thenComparingLong(
                                        entry -> entry.bestLapNanos().orElse(Long.MAX_VALUE)))
                .map(entry -> new LapReference(entry.entry(), entry.bestLap().orElseThrow()))
                .orElseThrow(() ->
                        Fault.user(
                                "session-without-lap",
                                "no car has driven a flying lap in the session '" + session + "'",
                                "wait for one, or name a lap of another session as reference"));
    }
}
