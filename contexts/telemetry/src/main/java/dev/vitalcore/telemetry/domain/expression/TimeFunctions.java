package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.Holes;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Functions of a column that look at other rows. Seconds are ascending; rows without a value (NaN)
 * are passed over; nothing reaches over more than {@link Holes#WIDEST_BRIDGED_S}.
 */
final class TimeFunctions {
    /** Times this near are the same, wherever the rows begin to count: more than a double errs. */
    private static final double SAME_S = 1e-7;

    private TimeFunctions() {}

    /**
     * Per second: (x₊ − x₋) / (t₊ − t₋) of the rows beside a row; at an end or a hole with the row
     * itself on that side.
     */
    static double[] derivative(double[] seconds, double[] x) {
        double[] slope = filled(x.length);
        for (int row = 0; row < x.length; row++) {
            if (Double.isFinite(x[row])) {
                int before = row > 0 && reaches(seconds, x, row - 1, row) ? row - 1 : row;
                int after = row + 1 < x.length && reaches(seconds, x, row, row + 1) ? row + 1 : row;
                slope[row] =
                        Column.finite((x[after] - x[before]) / (seconds[after] - seconds[before]));
            }
        }
        return slope;
    }

    /** By the trapezium rule, 0 at the first row of the range that has a value. */
    static double[] integral(double[] seconds, double[] x, int firstRow) {
        double[] sum = filled(x.length);
        int first = firstRow;
        while (first < x.length && !Double.isFinite(x[first])) {
            first++;
        }
        double total = 0;
        int last = -1;
        double atFirst = 0;
        for (int row = 0; row < x.length; row++) {
            if (Double.isFinite(x[row])) {
                if (last >= 0 && seconds[row] - seconds[last] <= Holes.WIDEST_BRIDGED_S) {
                    total += (seconds[row] - seconds[last]) * (x[row] + x[last]) / 2;
                }
                last = row;
                sum[row] = total;
                atFirst = row == first ? total : atFirst;
            }
        }
        for (int row = 0; row < sum.length; row++) {
            sum[row] -= atFirst;
        }
        return sum;
    }

    /**
     * The mean of the rows from {@code span}/2 before to {@code span}/2 after a row, on its side of
     * a hole.
     */
    static double[] smooth(double[] seconds, double[] x, double span) {
        double[] mean = filled(x.length);
        int[] known = IntStream.range(0, x.length).filter(row -> Double.isFinite(x[row])).toArray();
        int begin = 0;
        for (int end = 1; end <= known.length; end++) {
            if (end == known.length
                    || seconds[known[end]] - seconds[known[end - 1]] > Holes.WIDEST_BRIDGED_S) {
                int[] stretch = Arrays.copyOfRange(known, begin, end);
                new SlidingMean(seconds, x, stretch, span / 2 + SAME_S).into(mean);
                begin = end;
            }
        }
        return mean;
    }

    /**
     * A low pass of the first order: dy/dt = 2πf (x − y), solved exactly for an x that holds its
     * value from row to row: y ← y + (1 − e^(−2πfΔt)) (x − y). Source: the step-invariant
     * (zero-order hold) form of an RC filter, e.g. Franklin, Powell, Workman: Digital Control of
     * Dynamic Systems. After a hole it begins anew at x.
     */
    static double[] lowpass(double[] seconds, double[] x, double hertz) {
        double[] low = filled(x.length);
        int last = -1;
        for (int row = 0; row < x.length; row++) {
            if (Double.isFinite(x[row])) {
                boolean goesOn =
                        last >= 0 && seconds[row] - seconds[last] <= Holes.WIDEST_BRIDGED_S;
                if (goesOn) {
                    double passed = -2 * Math.PI * hertz * (seconds[row] - seconds[last]);
                    low[row] = low[last] - Math.expm1(passed) * (x[row] - low[last]);
                } else {
                    low[row] = x[row];
                }
                last = row;
            }
        }
        return low;
    }

    /** The value that many seconds before, on the straight line between rows. */
    static double[] delay(double[] seconds, double[] x, double delay) {
        double[] delayed = filled(x.length);
        int before = 0;
        for (int row = 0; row < x.length; row++) {
            double at = seconds[row] - delay;
            while (before + 1 < x.length && seconds[before + 1] <= at) {
                before++;
            }
            int nearest = nearest(seconds, before, at);
            if (Math.abs(seconds[nearest] - at) < SAME_S) {
                delayed[row] = x[nearest];
            } else if (seconds[before] < at
                    && before + 1 < x.length
                    && reaches(seconds, x, before, before + 1)) {
                double share = (at - seconds[before]) / (seconds[before + 1] - seconds[before]);
                delayed[row] = x[before] + share * (x[before + 1] - x[before]);
            }
        }
        return delayed;
    }

    /** The value of the row before. */
    static double[] previous(double[] seconds, double[] x) {
        double[] previous = filled(x.length);
        for (int row = 1; row < x.length; row++) {
            if (seconds[row] - seconds[row - 1] <= Holes.WIDEST_BRIDGED_S) {
                previous[row] = x[row - 1];
            }
        }
        return previous;
    }

    /** Of the row before a place and that behind it. */
    private static int nearest(double[] seconds, int before, double at) {
        int after = Math.min(before + 1, seconds.length - 1);
        return Math.abs(seconds[after] - at) < Math.abs(seconds[before] - at) ? after : before;
    }

    private static boolean reaches(double[] seconds, double[] x, int before, int after) {
        return Double.isFinite(x[before])
                && Double.isFinite(x[after])
                && seconds[after] - seconds[before] <= Holes.WIDEST_BRIDGED_S;
    }

    private static double[] filled(int rows) {
        double[] absent = new double[rows];
        Arrays.fill(absent, Double.NaN);
        return absent;
    }
}
