package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.RaceControlJson;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Flags, incidents and turns of the weather of a session, as the circuit sent them. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/race-control")
final class RaceControlResource {
    private static final Set<String> KNOWN = Set.of("from_s", "to_s");

    private final RaceControlQueries raceControl;
    private final SessionLookup lookup;

    RaceControlResource(GatewayServices services, SessionLookup lookup) {
        this.raceControl = services.telemetry().signals();
        this.lookup = lookup;
    }

    @GetMapping
    RaceControlJson raceControl(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        SessionSummary found = lookup.session(session);
        TimeRange range =
                TimeRange.of(
                        found,
                        Parameters.seconds(parameters, "from_s"),
                        Parameters.seconds(parameters, "to_s"));
        return RaceControlJson.of(
                raceControl.between(found.id(), range.beginNanos(), range.endNanos()),
                found.startNanos());
    }
}
