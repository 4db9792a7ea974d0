package dev.vitalcore.timing.domain.corner;

import java.util.Arrays;

/** Tells on from off in a noisy signal: on above one value, off again below a lower one. */
final class Hysteresis {
    private static final double LOW_SHARE = 0.05;

    /**
     * So many of the greatest values are taken for noise: 10 m of a lap that is laid every 2 m,
     * more of one that is longer than 40 km. A braking is longer, but a lap with one or two of them
     * brakes on less than 2 % of its length.
     */
    private static final int NOISE_POINTS = 5;

    private Hysteresis() {}

    /** Whether it is on, point by point; a NaN leaves it as it was. */
    static boolean[] above(double[] values, double on, double off) {
        boolean[] is = new boolean[values.length];
        boolean now = values.length > 0 && values[0] > off;
        for (int index = 0; index < values.length; index++) {
            if (values[index] > on) {
                now = true;
            } else if (values[index] < off) {
                now = false;
            }
            is[index] = now;
        }
        return is;
    }

    /**
     * The same with shares of the range that the signal has: sensors of pedals do not read 0 when
     * nobody treads on them. Empty where the signal does not move by the least range.
     */
    static boolean[] aboveShare(double[] values, double on, double off, double leastRange) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0) {
            return new boolean[0];
        }
        double low = known[(int) (LOW_SHARE * (known.length - 1))];
        double range = known[Math.max(0, known.length - 1 - NOISE_POINTS)] - low;
        return range < leastRange
                ? new boolean[0]
                : above(values, low + on * range, low + off * range);
    }
}
