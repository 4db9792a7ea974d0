package dev.vitalcore.gateway.live;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.Decimation;
import java.util.HashMap;
import java.util.Map;

/** How far a client has seen each of the traces that it wants. */
final class TracePositions {
    /** Points of one trace in one frame: more than a screen is wide serves nobody. */
    private static final int MOST_POINTS = 1000;

    private Map<String, Long> positions = new HashMap<>();
    private TraceRequest request = TraceRequest.NONE;

    void restart() {
        positions.clear();
    }

    TraceRequest request() {
        return request;
    }

    /** Keeps the positions of what is traced on, forgets the others. */
    void follow(TraceRequest wanted) {
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

    /** What is new of a trace, thinned out; empty where nothing is. */
    Points next(String name, LiveCar car, String channel, long originNanos) {
        String key = key(name, channel);
        LiveCar.Trace trace = car.traceFrom(channel, positions.getOrDefault(key, 0L));
        positions.put(key, trace.end());
        long[] times = trace.piece().times();
        double[] x = new double[times.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = EpochNanos.toSeconds(times[i] - originNanos);
        }
        int[] rows =
                x.length == 0
                        ? new int[0]
                        : Decimation.keptRows(x, trace.piece().values(), MOST_POINTS);
        return new Points(x, trace.piece().values(), rows);
    }

    /** A car's name holds no slash. */
    private static String key(String car, String channel) {
        return car + "/" + channel;
    }

    /**
     * @param x seconds since the session's first sample
     * @param rows those that are to be drawn
     */
    record Points(double[] x, double[] y, int[] rows) {}
}
