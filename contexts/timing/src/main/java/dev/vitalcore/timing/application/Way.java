package dev.vitalcore.timing.application;

import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.LapTrace.Place;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The way of a lap, for drawing. */
final class Way {
    private Way() {}

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
}
