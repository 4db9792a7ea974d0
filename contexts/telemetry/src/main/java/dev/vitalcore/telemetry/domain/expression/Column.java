package dev.vitalcore.telemetry.domain.expression;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Values row by row, or one value for all rows. */
final class Column {
    private final double[] values;

    /** All bits, or none of a constant: so reading a row needs no branch. */
    private final int mask;

    private Column(double[] values, int mask) {
        this.values = values;
        this.mask = mask;
    }

    /** Not copied: the caller changes them no more. */
    static Column of(double[] values) {
        return new Column(values, -1);
    }

    static Column constant(double value) {
        return new Column(new double[] {value}, 0);
    }

    double at(int row) {
        return values[row & mask];
    }

    boolean isConstant() {
        return mask == 0;
    }

    /** As many as there are rows. */
    double[] values(int rows) {
        if (!isConstant()) {
            return values;
        }
        double[] all = new double[rows];
        Arrays.fill(all, values[0]);
        return all;
    }

    Column map(DoubleUnaryOperator operation) {
        double[] mapped = new double[values.length];
        for (int row = 0; row < mapped.length; row++) {
            mapped[row] = finite(operation.applyAsDouble(values[row]));
        }
        return new Column(mapped, mask);
    }

    Column with(Column other, DoubleBinaryOperator operation) {
        double[] joined = new double[Math.max(rowsBeside(other), other.rowsBeside(this))];
        for (int row = 0; row < joined.length; row++) {
            joined[row] = finite(operation.applyAsDouble(at(row), other.at(row)));
        }
        return new Column(joined, mask | other.mask);
    }

    private int rowsBeside(Column other) {
        return isConstant() && !other.isConstant() ? 0 : values.length;
    }

    /** Absent where the result is no number, e.g. of a division by 0. */
    static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
