package dev.vitalcore.contracts.telemetry;

import java.util.List;

/**
 * The rows of one rate group within a block. Arrays are handed over, not copied.
 *
 * @param times event time of each row, nanoseconds since the epoch, strictly increasing
 * @param columns one a channel of the group, each as long as {@code times}
 */
public record Rows(long[] times, List<Column> columns) {
    public Rows {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.size() != times.length) {
                throw new IllegalArgumentException(
                        "a column has " + column.size() + " values for " + times.length + " rows");
            }
        }
    }

    public int size() {
        return times.length;
    }
}
