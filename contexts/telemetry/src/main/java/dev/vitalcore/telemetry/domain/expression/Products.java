package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Scaled;

/** Products, quotients and powers of values, and the units they are in. */
final class Products {
    private static final int MOST_POWER = 8;

    private Products() {}

    /**
     * @param power 1 to multiply, -1 to divide
     */
    static Checked product(Checked left, Checked right, int power) {
        boolean bare = left.bare() && right.bare();
        if (right.unit().isNumber()) {
            // Half a temperature in °C is shown in °C, a share of a pressure as a pressure.
            return joined(left.unit(), 1, left, right.convertedTo(ChannelUnit.NUMBER), power)
                    .asBare(bare);
        }
        if (left.unit().isNumber() && power == 1) {
            return joined(right.unit(), 1, left.convertedTo(ChannelUnit.NUMBER), right, power);
        }
        Checked one = fromZero(left);
        Checked other = fromZero(right);
        Scaled product = one.unit().times(other.unit(), power);
        return joined(product.unit(), product.scale(), one, other, power);
    }

    /**
     * @param column of the exponent
     */
    static Checked power(Checked base, Checked exponent, int column) {
        if (!exponent.unit().isNumber()) {
            throw ExpressionRefused.units(
                    column,
                    "an exponent in " + exponent.unit().name() + " is found",
                    "use a number without a unit");
        }
        Checked number = exponent.convertedTo(ChannelUnit.NUMBER);
        if (base.unit().isNumber()) {
            Checked ratio = base.convertedTo(ChannelUnit.NUMBER);
            return Checked.of(
                            ChannelUnit.NUMBER,
                            frame ->
                                    ratio.evaluation()
                                            .of(frame)
                                            .with(number.evaluation().of(frame), Math::pow),
                            ratio,
                            number)
                    .asBare(base.bare() && exponent.bare());
        }
        return powerOfUnit(fromZero(base), wholePower(base, number, column));
    }

    /** Temperatures in kelvin; everything else as it is. */
    static Checked fromZero(Checked value) {
        return value.unit().offset() == 0 || value.unit().isDifference()
                ? value
                : value.convertedTo(ChannelUnit.inBaseUnits(value.unit().dimension()));
    }

    private static Checked powerOfUnit(Checked base, int power) {
        Scaled scaled = base.unit().power(power);
        return base.map(scaled.unit(), x -> Math.pow(x, power) * scaled.scale());
    }

    private static int wholePower(Checked base, Checked exponent, int column) {
        double value = exponent.constant() ? exponent.value() : Double.NaN;
        if (value != Math.rint(value) || Math.abs(value) > MOST_POWER) {
            throw ExpressionRefused.units(
                    column,
                    "a value in "
                            + base.unit().name()
                            + " has an exponent that is no whole number from -"
                            + MOST_POWER
                            + " to "
                            + MOST_POWER,
                    "use such a number, or sqrt; or divide the value by a unit first, e.g. by 1 "
                            + base.unit().name());
        }
        return (int) value;
    }

    private static Checked joined(
            ChannelUnit unit, double scale, Checked left, Checked right, int power) {
        return Checked.of(
                unit,
                frame -> {
                    Column one = left.evaluation().of(frame);
                    Column other = right.evaluation().of(frame);
                    return power == 1
                            ? one.with(other, (a, b) -> a * b * scale)
                            : one.with(other, (a, b) -> a / b * scale);
                },
                left,
                right);
    }
}
