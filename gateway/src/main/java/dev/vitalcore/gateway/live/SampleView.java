package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.json.JsonText;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.Decimation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How far one client has seen the samples. Whatever is new since the last frame is merged into the
 * next, however long that took. Used by the client's sending thread only.
 */
final class SampleView {
    /** Points of one trace in one frame: more than a screen is wide serves nobody. */
    private static final int MOST_POINTS = 1000;

    private final Map<String, Long> seenVersions = new HashMap<>();
    private Map<String, Long> positions = new HashMap<>();
    private TraceRequest request = TraceRequest.NONE;

    /** Everything counts as new again. */
    void restart() {
        seenVersions.clear();
        positions.clear();
    }

    /** The next frame; empty where no car has news. */
    Optional<String> nextFrame(
            SortedMap<String, LiveCar> cars, long originNanos, TraceRequest wanted) {
        follow(wanted);
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

    /** Keeps the positions of what is traced on, forgets the others. */
    private void follow(TraceRequest wanted) {
        if (wanted.equals(request)) {
            return;
        }
        Map<String, Long> kept = new HashMap<>();
        for (String car : wanted.cars()) {
            for (String channel : wanted.channels()) {
                Long position = positions.get(key(car, channel));
                if (position != null) {
                    kept.put(key(car, channel), position);
                }
            }
        }
        positions = kept;
        request = wanted;
    }

    private void appendCar(
            StringBuilder out, String name, LiveCar car, LiveCar.Values values, long originNanos) {
        JsonText.string(out, name);
        out.append(":{\"values\":").append(values.json());
        if (request.cars().contains(name)) {
            out.append(",\"trace\":{");
            String separator = "";
            for (String channel : request.channels()) {
                String key = key(name, channel);
                LiveCar.Trace trace = car.traceFrom(channel, positions.getOrDefault(key, 0L));
                positions.put(key, trace.end());
                if (trace.piece().times().length > 0) {
                    out.append(separator);
                    appendTrace(out, channel, trace.piece(), originNanos);
                    separator = ",";
                }
            }
            out.append('}');
        }
        out.append('}');
    }

    private static void appendTrace(
            StringBuilder out, String channel, TraceRing.Piece piece, long originNanos) {
        double[] x = new double[piece.times().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = EpochNanos.toSeconds(piece.times()[i] - originNanos);
        }
        int[] rows = Decimation.keptRows(x, piece.values(), MOST_POINTS);
        JsonText.string(out, channel);
        out.append(":{\"x\":");
        appendNumbers(out, x, rows);
        out.append(",\"y\":");
        appendNumbers(out, piece.values(), rows);
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

    /** A car's name holds no slash. */
    private static String key(String car, String channel) {
        return car + "/" + channel;
    }
}
