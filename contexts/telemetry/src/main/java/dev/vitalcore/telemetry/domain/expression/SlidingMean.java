package dev.vitalcore.telemetry.domain.expression;

/**
 * Means over a window that moves on along rows. They are made by adding alone: what is added and
 * taken away again leaves its rounding behind, and of one huge value that is all there is to know.
 *
 * <pre>
 *   from        pivot         to
 *    |-- ahead --|--- since ---|      the window
 * </pre>
 *
 * Ahead of the pivot the sums from each row to it are kept, since it one sum of all; where the
 * window leaves the pivot behind, its end becomes the next one.
 */
final class SlidingMean {
    private final double[] seconds;
    private final double[] values;
    private final int[] rows;
    private final double half;
    private final double[] ahead;
    private int from;
    private int pivot;
    private int to;
    private double since;

    /**
     * @param rows that count, ascending
     * @param half of the window, in seconds, above 0
     */
    SlidingMean(double[] seconds, double[] values, int[] rows, double half) {
        this.seconds = seconds;
        this.values = values;
        this.rows = rows;
        this.half = half;
        this.ahead = new double[rows.length];
    }

    /** Writes the mean of each of the rows. */
    void into(double[] mean) {
        for (int row : rows) {
            moveTo(seconds[row]);
            double sum = (from < pivot ? ahead[from] : 0) + since;
            mean[row] = Column.finite(sum / (to - from));
        }
    }

    private void moveTo(double middle) {
        for (; to < rows.length && seconds[rows[to]] <= middle + half; to++) {
            since += values[rows[to]];
        }
        while (seconds[rows[from]] < middle - half) {
            from++;
        }
        if (from >= pivot) {
            turn();
        }
    }

    private void turn() {
        pivot = to;
        since = 0;
        double sum = 0;
        for (int index = pivot - 1; index >= from; index--) {
            sum += values[rows[index]];
            ahead[index] = sum;
        }
    }
}
