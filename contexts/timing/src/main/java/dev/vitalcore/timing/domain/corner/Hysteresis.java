package dev.vitalcore.timing.domain.corner;

import java.util.Arrays;

/** Tells on from off in a noisy signal: on above one value, off again below a lower one. */
final class Hysteresis {
    private static final double LOW_SHARE = 0.05;
    private static final double HIGH_SHARE = 0.98;

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
        double range = known[(int) (HIGH_SHARE * (known.length - 1))] - low;
        return range < leastRange
                ? new boolean[0]
                : above(values, low + on * range, low + off * range);
    }
}
