package dev.vitalcore.timing.domain.corner;

import dev.vitalcore.timing.domain.LapTrace;
import java.util.Arrays;
import java.util.Optional;

/**
 * How sharply the way of a lap bends, at even steps from its start.
 *
 * @param step metres
 * @param curvature one over the radius, a metre; positive to the left where it is from positions
 */
record Bend(double step, double[] curvature, CornerSearch.Basis basis) {
    private static final double STEP_M = 2;

    /** Standard gravity, m/s². */
    private static final double GRAVITY = 9.80665;

    /** Slower than that the quotient of two small numbers says nothing. */
    private static final double LEAST_SPEED_KMH = 20;

    /** Empty where the trace has no positions. */
    static Optional<Bend> ofPositions(LapTrace trace) {
        return trace.plan()
                .map(plan -> {
                    LocalFit fit = new LocalFit(trace.metres(), plan.x(), plan.y());
                    double[] places = places(trace.lengthMetres());
                    return new Bend(
                            step(trace.lengthMetres()),
                            Arrays.stream(places).map(fit::curvature).toArray(),
                            CornerSearch.Basis.POSITIONS);
                });
    }

    /**
     * Of a car that follows its way: its lateral acceleration is {@code v² / r}.
     *
     * @param metres of the samples, never falling
     */
    static Bend ofAcceleration(
            double[] metres, double[] lateralG, double[] speedKmh, double length) {
        double[] curvature = new double[metres.length];
        for (int row = 0; row < metres.length; row++) {
            double speed = speedKmh[row] / 3.6;
            curvature[row] =
                    speedKmh[row] >= LEAST_SPEED_KMH
                            ? lateralG[row] * GRAVITY / (speed * speed)
                            : Double.NaN;
        }
        double[] smoothed =
                Arrays.stream(places(length))
                        .map(place -> LocalFit.mean(metres, curvature, place))
                        .toArray();
        return new Bend(step(length), smoothed, CornerSearch.Basis.LATERAL_ACCELERATION);
    }

    private static int steps(double length) {
        return Math.max(1, (int) Math.round(length / STEP_M));
    }

    private static double step(double length) {
        return length / steps(length);
    }

    private static double[] places(double length) {
        double[] places = new double[steps(length) + 1];
        for (int index = 0; index < places.length; index++) {
            places[index] = index * step(length);
        }
        return places;
    }
}
