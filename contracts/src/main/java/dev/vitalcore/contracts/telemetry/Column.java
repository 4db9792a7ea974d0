package dev.vitalcore.contracts.telemetry;

/**
 * The values of one channel in a block, one a row. NaN says 'no sample at this instant'. The array
 * is handed over, not copied: whoever makes a column gives up the array.
 */
public sealed interface Column {
    int size();

    double valueAt(int row);

    record Singles(float[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double valueAt(int row) {
            return values[row];
        }
    }

    record Doubles(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double valueAt(int row) {
            return values[row];
        }
    }
}
