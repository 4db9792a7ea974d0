package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.http.ReadMemory;
import dev.vitalcore.gateway.json.CircuitJson;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.Schedule;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.domain.circuit.CircuitSearch.Clues;
import dev.vitalcore.timing.domain.circuit.EarthPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The circuit of a session as a provider of track data publishes it, also before the first lap of
 * it is driven. See {@link TrackResource} for what the cars themselves show.
 */
@RestController
@RequestMapping("/api/v1/sessions/{session}/circuit")
final class CircuitResource {
    private final Circuits circuits;
    private final Sessions decided;
    private final SessionCatalogue catalogue;
    private final SessionPlace places;
    private final SessionLookup lookup;

    CircuitResource(GatewayServices services, ReadMemory memory, SessionLookup lookup) {
        this.circuits = services.timing().circuits();
        this.decided = services.decisions().sessions();
        this.catalogue = services.telemetry().sessions();
        this.places = new SessionPlace(services, memory);
        this.lookup = lookup;
    }

    @GetMapping
    CircuitJson circuit(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, Set.of());
        Optional<Schedule> schedule = schedule(session);
        // One of which no block has come is known by race control alone.
        Optional<SessionSummary> measured =
                schedule.isPresent()
                        ? catalogue.session(schedule.get().session())
                        : Optional.of(lookup.session(session));
        circuits.requireProvider();
        return CircuitJson.of(circuits.of(clues(schedule, measured)), Instant.now());
    }

    private Optional<Schedule> schedule(String session) {
        try {
            return decided.state(new SessionId(session)).schedule();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Clues clues(Optional<Schedule> schedule, Optional<SessionSummary> measured) {
        List<String> names =
                Stream.of(schedule.map(Schedule::circuit), measured.flatMap(SessionSummary::track))
                        .flatMap(Optional::stream)
                        .toList();
        return new Clues(measured.flatMap(places::find).map(CircuitResource::point), names);
    }

    private static EarthPoint point(Place place) {
        return new EarthPoint(place.latitude(), place.longitude());
    }
}
