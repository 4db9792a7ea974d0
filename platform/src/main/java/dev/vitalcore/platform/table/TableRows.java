package dev.vitalcore.platform.table;

/**
 * Some rows of a table.
 *
 * @param times nanoseconds since the epoch, ascending
 * @param values by channel, then row; NaN where a cell is blank. The arrays are read only.
 */
public record TableRows(long[] times, double[][] values) {
    public TableRows {
        for (double[] column : values) {
            if (column.length != times.length) {
                throw new IllegalArgumentException(
                        "a column has " + column.length + " values for " + times.length + " times");
            }
        }
    }

    public int count() {
        return times.length;
    }
}
