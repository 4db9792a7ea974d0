package dev.vitalcore.gateway.live;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.GateJson;
import dev.vitalcore.gateway.json.LapJson;
import dev.vitalcore.gateway.json.PassingJson;
import dev.vitalcore.gateway.json.SectorJson;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionPicture;
import dev.vitalcore.gateway.json.WarningJson;
import dev.vitalcore.gateway.json.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Encodes the frames of docs/api.md, but for samples (see {@link SampleView}). */
final class LiveFrames {
    static final String PONG = "{\"type\":\"pong\"}";

    private final JsonMapper mapper;

    LiveFrames(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param nowS time of the newest sample; NaN where there is none
     */
    String hello(SessionPicture picture, double nowS) {
        return text(
                frame("hello")
                        .putPOJO("session", picture.session())
                        .putPOJO("entries", picture.entries())
                        .putPOJO("laps", picture.laps())
                        .putPOJO("warnings", picture.warnings())
                        .putPOJO("now_s", nowS));
    }

    /**
     * @param provisional whether the car's laps may still be corrected
     */
    String event(TimingEvent event, long originNanos, boolean provisional) {
        ObjectNode frame = frame(type(event));
        frame.put("car", event.entry().car());
        frame.put("subject", event.subject());
        frame.put("revision", event.revision());
        switch (event) {
            case TimingEvent.LapCompleted lap ->
                    frame.putPOJO("lap", LapJson.of(lap, originNanos, provisional));
            case TimingEvent.SectorCompleted sector ->
                    frame.putPOJO("sector", SectorJson.of(sector, originNanos));
            case TimingEvent.GatePassed passing ->
                    frame.putPOJO("passing", PassingJson.of(passing, originNanos));
            case TimingEvent.TimingWarned warning ->
                    frame.putPOJO("warning", WarningJson.of(warning, originNanos));
            case TimingEvent.TrackAdopted track ->
                    frame.put("witness", Words.of(track.witness()))
                            .putPOJO("gates", GateJson.of(track.gates()));
            case TimingEvent.Withdrawn withdrawn -> {
                // The subject says it all.
            }
        }
        return text(frame);
    }

    String entry(EntryJson entry) {
        return text(frame("entry").putPOJO("entry", entry));
    }

    String session(SessionJson<Integer> session) {
        return text(frame("session").putPOJO("session", session));
    }

    String overflow(String reason) {
        return text(frame("overflow").put("reason", reason));
    }

    private static String type(TimingEvent event) {
        return switch (event) {
            case TimingEvent.LapCompleted lap -> "lap";
            case TimingEvent.SectorCompleted sector -> "sector";
            case TimingEvent.GatePassed passing -> "passing";
            case TimingEvent.TimingWarned warning -> "warning";
            case TimingEvent.TrackAdopted track -> "track";
            case TimingEvent.Withdrawn withdrawn -> "withdrawn";
        };
    }

    private ObjectNode frame(String type) {
        return mapper.createObjectNode().put("type", type);
    }

    private String text(ObjectNode frame) {
        return mapper.writeValueAsString(frame);
    }
}
