package dev.vitalcore.platform.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Thins out a series for drawing without hiding a peak: the range of x is cut into buckets of equal
 * width, and of each bucket the rows with the lowest and the highest value stay, besides the first
 * and the last row of all.
 */
public final class Decimation {
    /** First and last row, and a bucket of two. */
    public static final int FEWEST_POINTS = 4;

    private Decimation() {}

    /**
     * The rows that stay, ascending: all where there are no more than {@code points}, else at most
     * {@code points}.
     *
     * @param x ascending
     * @param values as long as x, none of them NaN
     * @param points at least {@link #FEWEST_POINTS}
     */
    public static int[] keptRows(double[] x, double[] values, int points) {
        if (points < FEWEST_POINTS) {
            throw new IllegalArgumentException(
                    "points " + points + " is too few: use at least " + FEWEST_POINTS);
        }
        if (values.length <= points) {
            return IntStream.range(0, values.length).toArray();
        }
        return new Thinning(x, values, (points - 2) / 2).run();
    }

    /** The series thinned out by time. */
    public static SeriesStore.Series decimate(SeriesStore.Series series, int points) {
        long[] times = series.times();
        if (times.length <= points) {
            return series;
        }
        double[] x = new double[times.length];
        for (int row = 0; row < x.length; row++) {
            // Since the first row: a double holds nanoseconds since the epoch only to about 256.
            x[row] = times[row] - times[0];
        }
        int[] rows = keptRows(x, series.values(), points);
        return new SeriesStore.Series(
                series.spec(),
                IntStream.of(rows).mapToLong(row -> times[row]).toArray(),
                IntStream.of(rows).mapToDouble(row -> series.values()[row]).toArray());
    }

    private static final class Thinning {
        private final double[] x;
        private final double[] values;
        private final int buckets;
        private final int[] kept;
        private int length;

        private Thinning(double[] x, double[] values, int buckets) {
            this.x = x;
            this.values = values;
            this.buckets = buckets;
            this.kept = new int[2 * buckets + 2];
        }

        private int[] run() {
            int last = values.length - 1;
            keep(0);
            int lowest = 0;
            int highest = 0;
            int bucket = 0;
            for (int row = 1; row <= last; row++) {
                int bucketOfRow = bucketOf(row);
                if (bucketOfRow != bucket) {
                    keepBoth(lowest, highest);
                    bucket = bucketOfRow;
                    lowest = row;
                    highest = row;
                } else if (values[row] < values[lowest]) {
                    lowest = row;
                } else if (values[row] > values[highest]) {
                    highest = row;
                }
            }
            keepBoth(lowest, highest);
            keep(last);
            return Arrays.copyOf(kept, length);
        }

        private int bucketOf(int row) {
            double width = x[x.length - 1] - x[0];
            // All rows at one x: one bucket.
            double share = width > 0 ? (x[row] - x[0]) / width : 0;
            return Math.min(buckets - 1, (int) (share * buckets));
        }

        private void keepBoth(int one, int other) {
            keep(Math.min(one, other));
            keep(Math.max(one, other));
        }

        private void keep(int row) {
            if (length == 0 || kept[length - 1] != row) {
                kept[length++] = row;
            }
        }
    }
}
