package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.SeriesJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.LapSeries;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Samples of a car: of a range of time, or of a lap by time or by distance. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/entries/{car}/series")
final class SeriesResource {
    private final GatewayServices services;
    private final SessionLookup lookup;

    SeriesResource(GatewayServices services, SessionLookup lookup) {
        this.services = services;
        this.lookup = lookup;
    }

    @GetMapping
    SeriesJson series(
            @PathVariable String session,
            @PathVariable String car,
            @RequestParam Map<String, String> parameters) {
        SeriesQuestion question = SeriesQuestion.of(parameters);
        SessionSummary found = lookup.session(session);
        EntryId entry = lookup.entry(found, car);
        return question.lap().isPresent()
                ? ofLap(entry, question.lap().getAsInt(), question)
                : ofRange(found, entry, question);
    }

    private SeriesJson ofLap(EntryId entry, int lap, SeriesQuestion question) {
        LapSeries laps = services.lapSeries();
        return switch (question.by()) {
            case TIME ->
                    SeriesJson.ofLapByTime(
                            laps.byTime(entry, lap, question.channels(), question.points()));
            case DISTANCE ->
                    SeriesJson.ofLapByDistance(
                            laps.byDistance(entry, lap, question.channels(), question.points()));
        };
    }

    private SeriesJson ofRange(SessionSummary session, EntryId entry, SeriesQuestion question) {
        long origin = session.startNanos();
        long from = origin + EpochNanos.ofSeconds(question.fromS().orElse(0));
        // The last sample counts too, so the range that is open at its end goes one further.
        long to =
                question.toS().isPresent()
                        ? origin + EpochNanos.ofSeconds(question.toS().getAsDouble())
                        : origin + session.durationNanos() + 1;
        return SeriesJson.byTime(
                services.series().byTime(entry, question.channels(), from, to, question.points()),
                origin);
    }
}
