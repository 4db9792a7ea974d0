package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;

/** Where between two fixes a line was crossed. */
final class Interpolation {
    /** Below this a receiver's speed is mostly noise. */
    private static final double LEAST_SPEED_KMH = 18;

    /** Of an ordinary receiver from fix to fix. */
    private static final double POSITION_M = 0.5;

    /** How hard a car with wings brakes, two g. */
    private static final double HARDEST_M_S2 = 20;

    private Interpolation() {}

    /**
     * How far the instant of a crossing may be off: the error of the position, and what the car can
     * have done between the two fixes. Where it braked and sped up as hard as any car can, it is
     * {@code a t²/8} metres away from where even motion would have it in the middle, and that many
     * metres divided by its speed is the time: at 50 m/s 10 ms for the position and 2 ms at 5 Hz,
     * 50 ms at 1 Hz; at 10 m/s five times as much. Never more than the time between the fixes.
     */
    static long uncertaintyNanos(long betweenNanos, double speedKmh) {
        double between = EpochNanos.toSeconds(betweenNanos);
        double metres = POSITION_M + HARDEST_M_S2 * between * between / 8;
        double seconds = metres / (speedKmh / 3.6);
        // At a standstill the quotient is infinite or NaN, and a speed may be any number.
        boolean known = seconds >= 0 && seconds < between;
        return known ? EpochNanos.ofSeconds(seconds) : betweenNanos;
    }

    /**
     * The share of the time between two fixes that had passed at the crossing.
     *
     * <p>The distances say where the line lies between the fixes; the speeds say how the time is
     * spread over the way: the speed is taken to change evenly between them. Only the ratio of the
     * speeds counts, so a wheel speed that reads 5 % high does no harm. Against straight
     * interpolation this matters at low rates: braking with 1 g from 50 m/s at 1 Hz it saves 25 ms,
     * at 10 Hz 0.25 ms.
     *
     * @param from signed distance to the line at the first fix
     * @param to signed distance at the second fix, of the other sign or zero
     */
    static double fraction(double from, double to, double fromSpeedKmh, double toSpeedKmh) {
        double way = from / (from - to);
        boolean usable =
                fromSpeedKmh >= LEAST_SPEED_KMH
                        && toSpeedKmh >= LEAST_SPEED_KMH
                        && fromSpeedKmh <= 2 * toSpeedKmh
                        && toSpeedKmh <= 2 * fromSpeedKmh;
        if (!usable) {
            return way;
        }
        // way * mean speed = v0 f + (v1 - v0) f² / 2, solved for f in the form without cancellation
        double passed = way * (fromSpeedKmh + toSpeedKmh) / 2;
        double root =
                Math.sqrt(fromSpeedKmh * fromSpeedKmh + 2 * (toSpeedKmh - fromSpeedKmh) * passed);
        return 2 * passed / (fromSpeedKmh + root);
    }
}
