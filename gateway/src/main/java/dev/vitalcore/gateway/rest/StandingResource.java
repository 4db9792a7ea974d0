package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.StandingJson;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.TimingViews;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The order of a race by laps, as it was known at a time. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/standing")
final class StandingResource {
    private final TimingViews timing;
    private final RaceControlQueries raceControl;
    private final SessionLookup lookup;

    StandingResource(GatewayServices services, SessionLookup lookup) {
        this.timing = services.timing().views();
        this.raceControl = services.telemetry().signals();
        this.lookup = lookup;
    }

    @GetMapping
    Standing standing(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of("at_s"));
        SessionSummary found = lookup.session(session);
        OptionalDouble asked = Parameters.seconds(parameters, "at_s");
        long at =
                asked.isPresent()
                        ? found.startNanos() + EpochNanos.ofSeconds(asked.getAsDouble())
                        : found.startNanos() + found.durationNanos();
        return new Standing(
                EpochNanos.toSeconds(at - found.startNanos()),
                timing.raceStanding(found.id(), raceControl.chequered(found.id()), at).stream()
                        .map(StandingJson::of)
                        .toList());
    }

    record Standing(double atS, List<StandingJson> standing) {}
}
