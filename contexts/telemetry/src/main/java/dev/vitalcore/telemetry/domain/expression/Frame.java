package dev.vitalcore.telemetry.domain.expression;

import java.util.Map;
import java.util.Objects;

/**
 * The channels of an expression on common times.
 *
 * @param seconds of the rows since the first, ascending
 * @param firstRow of the range that was asked for; rows before it are there to begin from
 * @param columns by the name of the channel, as long as the seconds
 */
record Frame(double[] seconds, int firstRow, Map<String, double[]> columns) {
    /** For what depends on no channel. */
    static final Frame NOTHING = new Frame(new double[1], 0, Map.of());

    int rows() {
        return seconds.length;
    }

    Column column(String name) {
        return Column.of(Objects.requireNonNull(columns.get(name), name));
    }
}
