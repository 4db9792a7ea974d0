package dev.vitalcore.timing.application;

import dev.vitalcore.timing.application.Curve.Between;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.LapTrace.Place;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A lap's trace as curves that can be asked at any place. Both ends of a lap are the line: 0 m at 0
 * s, and the whole length at the lap time, as {@link dev.vitalcore.timing.domain.LapDelta} has it.
 */
final class Way {
    private Way() {}

    /** Metres over the seconds since the lap began. */
    static Curve metresOf(LapTrace trace) {
        Ends ends = Ends.of(trace);
        return new Curve(ends.seconds, ends.metres, Double.POSITIVE_INFINITY, Between.STRAIGHT);
    }

    /**
     * Seconds since the lap began over metres. Standing still takes no way, so it is stepped over.
     */
    static Curve secondsOf(LapTrace trace) {
        Ends ends = Ends.of(trace);
        int[] moving =
                IntStream.range(0, ends.metres.length)
                        .filter(row -> row == 0 || ends.metres[row] > ends.metres[row - 1])
                        .toArray();
        return new Curve(
                pick(ends.metres, moving),
                pick(ends.seconds, moving),
                Double.POSITIVE_INFINITY,
                Between.STRAIGHT);
    }

    /** Points of the trace, evenly chosen; empty where it has no positions. */
    static Optional<LapSeries.Outline> outlineOf(LapTrace trace, int points) {
        int size = trace.seconds().length;
        int kept = Math.min(points, size);
        int[] rows =
                IntStream.range(0, kept)
                        .map(i -> (int) ((long) i * (size - 1) / (kept - 1)))
                        .toArray();
        double[] metres = pick(trace.metres(), rows);
        return switch (trace.place()) {
            case Place.Unknown unknown -> Optional.empty();
            case Place.OnEarth place ->
                    Optional.of(
                            new LapSeries.Outline(
                                    new Positions.OnEarth(
                                            pick(place.latitude(), rows),
                                            pick(place.longitude(), rows)),
                                    metres));
            case Place.InWorld place ->
                    Optional.of(
                            new LapSeries.Outline(
                                    new Positions.InWorld(
                                            pick(place.x(), rows), pick(place.y(), rows)),
                                    metres));
        };
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The samples of a trace between the two ends of its lap, strictly ascending in time. */
    private record Ends(double[] seconds, double[] metres) {
        static Ends of(LapTrace trace) {
            double length = trace.lengthMetres();
            double lap = trace.lapSeconds();
            int size = trace.seconds().length;
            double[] seconds = new double[size + 2];
            double[] metres = new double[size + 2];
            int filled = 1;
            for (int row = 0; row < size; row++) {
                boolean between = trace.seconds()[row] > 0 && trace.seconds()[row] < lap;
                if (between && trace.metres()[row] <= length) {
                    seconds[filled] = trace.seconds()[row];
                    metres[filled++] = trace.metres()[row];
                }
            }
            seconds[filled] = lap;
            metres[filled++] = length;
            return new Ends(Arrays.copyOf(seconds, filled), Arrays.copyOf(metres, filled));
        }
    }
}
