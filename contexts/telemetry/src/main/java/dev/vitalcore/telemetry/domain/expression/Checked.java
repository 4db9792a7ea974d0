package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A part of an expression that went through the check of units, ready to be evaluated.
 *
 * @param bare a number without a unit, which takes that of what it is put together with
 * @param constant depends on no channel
 * @param columns at most in memory at a time while it is evaluated, besides those of the channels
 */
record Checked(
        ChannelUnit unit,
        boolean bare,
        boolean constant,
        Margin margin,
        int columns,
        Evaluation evaluation) {
    /** What becomes of the channels. */
    @FunctionalInterface
    interface Evaluation {
        Column of(Frame frame);
    }

    static Checked of(ChannelUnit unit, Evaluation evaluation, Checked... parts) {
        return of(unit, evaluation, Arrays.asList(parts));
    }

    static Checked of(ChannelUnit unit, Evaluation evaluation, List<Checked> parts) {
        Margin margin = Margin.NONE;
        int columns = 0;
        boolean constant = true;
        for (int index = 0; index < parts.size(); index++) {
            margin = margin.or(parts.get(index).margin);
            // Those before it have left one each.
            columns = Math.max(columns, index + parts.get(index).columns);
            constant &= parts.get(index).constant;
        }
        return new Checked(unit, false, constant, margin, columns + 1, evaluation);
    }

    Checked asBare(boolean isBare) {
        return new Checked(unit, isBare, constant, margin, columns, evaluation);
    }

    Checked withMargin(double before, double after) {
        return new Checked(unit, bare, constant, margin.and(before, after), columns, evaluation);
    }

    Checked in(ChannelUnit other) {
        return new Checked(other, false, constant, margin, columns, evaluation);
    }

    Checked map(ChannelUnit result, DoubleUnaryOperator operation) {
        return of(result, frame -> evaluation.of(frame).map(operation), this);
    }

    /** A bare number may be a temperature or a difference, whatever it is put together with. */
    Reading reading() {
        return bare ? Reading.EITHER : unit.reading();
    }

    Checked as(Reading reading) {
        return bare ? this : in(unit.as(reading));
    }

    /** The same value in another unit of the same dimension; a bare number as it is. */
    Checked convertedTo(ChannelUnit other) {
        if (bare || unit.equals(other)) {
            return in(other);
        }
        boolean ofDifference = unit.isDifference() || other.isDifference();
        double shift = ofDifference ? 0 : (unit.offset() - other.offset()) / other.factor();
        double scale = unit.factor() / other.factor();
        return scale == 1 && shift == 0 ? in(other) : map(other, x -> x * scale + shift);
    }

    /** Its only value, where it is constant. */
    double value() {
        return evaluation.of(Frame.NOTHING).at(0);
    }
}
