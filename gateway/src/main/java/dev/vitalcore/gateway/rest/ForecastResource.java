package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.http.ReadMemory;
import dev.vitalcore.gateway.json.WeatherForecastJson;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.domain.Place;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The weather forecast where a session is, as of now. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/forecast")
final class ForecastResource {
    private static final Set<String> KNOWN = Set.of("latitude", "longitude");

    private final Forecasts forecasts;
    private final SessionPlace places;
    private final SessionLookup lookup;

    ForecastResource(GatewayServices services, ReadMemory memory, SessionLookup lookup) {
        this.forecasts = services.telemetry().forecasts();
        this.places = new SessionPlace(services, memory);
        this.lookup = lookup;
    }

    @GetMapping
    WeatherForecastJson forecast(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        SessionSummary found = lookup.session(session);
        String provider = forecasts.requireProvider();
        Place place = parameters.isEmpty() ? places.of(found) : stated(parameters);
        return WeatherForecastJson.of(provider, forecasts.at(place), Instant.now());
    }

    private static Place stated(Map<String, String> parameters) {
        return new Place(
                degrees(parameters, "latitude", 90), degrees(parameters, "longitude", 180));
    }

    private static double degrees(Map<String, String> parameters, String name, int most) {
        Parameters.required(parameters, name);
        return Parameters.number(
                        parameters, name, most, "give degrees from -" + most + " to " + most)
                .orElseThrow();
    }
}
