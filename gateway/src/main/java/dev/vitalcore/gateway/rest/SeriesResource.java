package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.SeriesJson;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.LapSeries;
import java.util.List;
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
    private final ChannelReads reads;
    private final SessionLookup lookup;

    SeriesResource(GatewayServices services, SessionLookup lookup) {
        this.services = services;
        this.reads = new ChannelReads(services.telemetry().series());
        this.lookup = lookup;
    }

    @GetMapping
    SeriesJson series(
            @PathVariable String session,
            @PathVariable String car,
            @RequestParam Map<String, String> parameters) {
        SeriesQuestion question = SeriesQuestion.of(parameters);
        SessionSummary found = lookup.session(session);
        EntryId entry = lookup.sampled(found, car);
        return reads.of(
                List.of(entry),
                question.channels(),
                () ->
                        question.lap().isPresent()
                                ? ofLap(entry, question.lap().getAsInt(), question)
                                : ofRange(found, entry, question));
    }

    private SeriesJson ofLap(EntryId entry, int lap, SeriesQuestion question) {
        LapSeries laps = services.timing().lapSeries();
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
        TimeRange range = TimeRange.of(session, question.fromS(), question.toS());
        return SeriesJson.byTime(
                range.read((from, to) ->
                        services.telemetry()
                                .series()
                                .byTime(entry, question.channels(), from, to, question.points())),
                session.startNanos());
    }
}
