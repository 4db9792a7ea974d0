package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.json.JsonText;
import dev.vitalcore.kernel.EpochNanos;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Samples as JSON: all values of each car that has news. For whoever reads them with few lines. */
final class JsonSampleView implements SampleView {
    private final Map<String, Long> seenVersions = new HashMap<>();
    private final TracePositions traces = new TracePositions();

    @Override
    public void restart() {
        seenVersions.clear();
        traces.restart();
    }

    @Override
    public void send(
            SortedMap<String, LiveCar> cars,
            long originNanos,
            TraceRequest wanted,
            LiveSocket socket)
            throws IOException {
        Optional<String> frame = nextFrame(cars, originNanos, wanted);
        if (frame.isPresent()) {
            socket.send(frame.get());
        }
    }

    /** The next frame; empty where no car has news. */
    Optional<String> nextFrame(
            SortedMap<String, LiveCar> cars, long originNanos, TraceRequest wanted) {
        traces.follow(wanted);
        StringBuilder body = new StringBuilder(4096);
        long newest = Long.MIN_VALUE;
        for (Map.Entry<String, LiveCar> car : cars.entrySet()) {
            LiveCar.Values values = car.getValue().values();
            Long seen = seenVersions.put(car.getKey(), values.version());
            if (values.version() > 0 && (seen == null || seen != values.version())) {
                body.append(body.isEmpty() ? "" : ",");
                appendCar(body, car.getKey(), car.getValue(), values, originNanos);
                newest = Math.max(newest, values.newestNanos());
            }
        }
        if (body.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder frame = new StringBuilder(body.length() + 64);
        frame.append("{\"type\":\"samples\",\"at_s\":");
        JsonText.number(frame, EpochNanos.toSeconds(newest - originNanos));
        return Optional.of(frame.append(",\"cars\":{").append(body).append("}}").toString());
    }

    private void appendCar(
            StringBuilder out, String name, LiveCar car, LiveCar.Values values, long originNanos) {
        JsonText.string(out, name);
        out.append(":{\"values\":").append(values.json());
        if (traces.request().cars().contains(name)) {
            out.append(",\"trace\":{");
            String separator = "";
            for (String channel : traces.request().channels()) {
                TracePositions.Points points = traces.next(name, car, channel, originNanos);
                if (points.rows().length > 0) {
                    out.append(separator);
                    JsonText.string(out, channel);
                    out.append(":{\"x\":");
                    appendNumbers(out, points.x(), points.rows());
                    out.append(",\"y\":");
                    appendNumbers(out, points.y(), points.rows());
                    out.append('}');
                    separator = ",";
                }
            }
            out.append('}');
        }
        out.append('}');
    }

    private static void appendNumbers(StringBuilder out, double[] numbers, int[] rows) {
        char separator = '[';
        for (int row : rows) {
            out.append(separator);
            JsonText.number(out, numbers[row]);
            separator = ',';
        }
        out.append(']');
    }
}
