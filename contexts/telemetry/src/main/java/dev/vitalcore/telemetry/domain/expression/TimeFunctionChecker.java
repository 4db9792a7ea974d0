package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Scaled;
import dev.vitalcore.telemetry.domain.expression.Expression.Call;

/** Checks the functions that look at other rows, and says how far they look. */
record TimeFunctionChecker(Checker checker) {
    private static final double LEAST_HERTZ = 0.01;
    private static final double MOST_HERTZ = 10_000;

    /** Of a step, so much is left when a filter counts as settled. */
    private static final double SETTLED = 1e-6;

    Checked check(Call call, Checked x) {
        return switch (call.function()) {
            case DERIVATIVE -> derivative(x);
            case INTEGRAL -> integral(x);
            case SMOOTH -> smooth(call, x);
            case LOWPASS -> lowpass(call, x);
            case DELAY -> delay(call, x);
            case PREVIOUS -> kept(x, TimeFunctions::previous).withMargin(Holes.WIDEST_BRIDGED_S, 0);
            default -> throw new IllegalStateException(call.function() + " looks at one row");
        };
    }

    private static Checked derivative(Checked x) {
        Scaled slope = x.unit().times(ChannelUnit.SECOND, -1);
        return of(
                        slope.unit(),
                        x,
                        (seconds, values, first) ->
                                scaled(TimeFunctions.derivative(seconds, values), slope.scale()))
                .withMargin(Holes.WIDEST_BRIDGED_S, Holes.WIDEST_BRIDGED_S);
    }

    private static Checked integral(Checked x) {
        Scaled area = x.unit().times(ChannelUnit.SECOND, 1);
        return of(
                area.unit(),
                x,
                (seconds, values, first) ->
                        scaled(TimeFunctions.integral(seconds, values, first), area.scale()));
    }

    private Checked smooth(Call call, Checked x) {
        double span = constant(call, ChannelUnit.SECOND, "a time in seconds");
        requireBetween(call, span, 0, ExpressionLimits.SECONDS, "s");
        return kept(x, (seconds, values) -> TimeFunctions.smooth(seconds, values, span))
                .withMargin(span / 2, span / 2);
    }

    private Checked lowpass(Call call, Checked x) {
        double hertz = constant(call, ChannelUnit.HERTZ, "a frequency in Hz");
        requireBetween(call, hertz, LEAST_HERTZ, MOST_HERTZ, "Hz");
        double settling = -Math.log(SETTLED) / (2 * Math.PI * hertz);
        return kept(x, (seconds, values) -> TimeFunctions.lowpass(seconds, values, hertz))
                .withMargin(settling + Holes.WIDEST_BRIDGED_S, 0);
    }

    private Checked delay(Call call, Checked x) {
        double delay = constant(call, ChannelUnit.SECOND, "a time in seconds");
        requireBetween(call, delay, -ExpressionLimits.SECONDS, ExpressionLimits.SECONDS, "s");
        return kept(x, (seconds, values) -> TimeFunctions.delay(seconds, values, delay))
                .withMargin(
                        Math.max(0, delay) + Holes.WIDEST_BRIDGED_S,
                        Math.max(0, -delay) + Holes.WIDEST_BRIDGED_S);
    }

    /** The second argument. */
    private double constant(Call call, ChannelUnit unit, String expected) {
        Checked argument = checker.check(call.arguments().get(1));
        if (!argument.constant()) {
            throw ExpressionRefused.syntax(
                    call.arguments().get(1).column(),
                    "a channel is found where " + expected + " was expected",
                    "use a number that is the same everywhere");
        }
        return FunctionChecker.required(call, 1, argument, unit, expected).value();
    }

    private static void requireBetween(
            Call call, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            throw ExpressionRefused.syntax(
                    call.arguments().get(1).column(),
                    "'" + call.function().word() + "' is given " + value + " " + unit,
                    "use " + least + " to " + most + " " + unit);
        }
    }

    private static Checked kept(Checked x, Kept operation) {
        return of(x.unit(), x, (seconds, values, first) -> operation.of(seconds, values));
    }

    private static Checked of(ChannelUnit unit, Checked x, OverTime operation) {
        return Checked.of(
                unit,
                frame ->
                        Column.of(
                                operation.of(
                                        frame.seconds(),
                                        x.evaluation().of(frame).values(frame.rows()),
                                        frame.firstRow())),
                x);
    }

    private static double[] scaled(double[] values, double scale) {
        for (int row = 0; row < values.length && scale != 1; row++) {
            values[row] *= scale;
        }
        return values;
    }

    /** A function of the rows and of the first that was asked for. */
    @FunctionalInterface
    private interface OverTime {
        double[] of(double[] seconds, double[] values, int firstRow);
    }

    /** A function of the rows alone. */
    @FunctionalInterface
    private interface Kept {
        double[] of(double[] seconds, double[] values);
    }
}
