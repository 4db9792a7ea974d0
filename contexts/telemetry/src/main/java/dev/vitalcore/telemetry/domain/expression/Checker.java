package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Reading;
import dev.vitalcore.telemetry.domain.expression.Expression.Call;
import dev.vitalcore.telemetry.domain.expression.Expression.Channel;
import dev.vitalcore.telemetry.domain.expression.Expression.Choice;
import dev.vitalcore.telemetry.domain.expression.Expression.Constant;
import dev.vitalcore.telemetry.domain.expression.Expression.Negated;
import dev.vitalcore.telemetry.domain.expression.Expression.Not;
import dev.vitalcore.telemetry.domain.expression.Expression.Operation;
import dev.vitalcore.telemetry.domain.expression.Expression.Shown;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/**
 * Checks the units of an expression and says what is to be calculated.
 *
 * @param units of the channels; empty of one that is not there
 */
record Checker(Function<String, Optional<ChannelUnit>> units) {
    /**
     * @throws ExpressionRefused where units do not go together or a channel is not there
     */
    Checked check(Expression expression) {
        return switch (expression) {
            case Constant constant -> constant(constant);
            case Channel channel -> channel(channel);
            case Negated negated -> {
                Checked operand = check(negated.operand());
                yield operand.map(operand.unit(), x -> -x).asBare(operand.bare());
            }
            case Not not -> condition(not.operand()).map(ChannelUnit.NUMBER, x -> truth(x == 0, x));
            case Operation operation -> operation(operation);
            case Choice choice -> choice(choice);
            case Call call -> new FunctionChecker(this).check(call);
            case Shown shown -> shown(shown);
        };
    }

    private static Checked constant(Constant constant) {
        Column column = Column.constant(constant.value());
        ChannelUnit unit = constant.unit().orElse(ChannelUnit.NUMBER);
        // '5 K' may be how warm or how much warmer; '5 °C' is how warm.
        boolean either = unit.offset() == 0 && !unit.isDifference();
        return Checked.of(either ? unit.as(Reading.EITHER) : unit, frame -> column)
                .asBare(constant.unit().isEmpty());
    }

    private Checked channel(Channel channel) {
        ChannelUnit unit =
                units.apply(channel.name())
                        .orElseThrow(() ->
                                ExpressionRefused.channelUnknown(channel.column(), channel.name()));
        return new Checked(
                unit, false, false, Margin.NONE, 0, frame -> frame.column(channel.name()));
    }

    private Checked operation(Operation operation) {
        return switch (operation.operator()) {
            case ADD, SUBTRACT -> sum(operation);
            case MULTIPLY -> Products.product(check(operation.left()), check(operation.right()), 1);
            case DIVIDE -> Products.product(check(operation.left()), check(operation.right()), -1);
            case POWER ->
                    Products.power(
                            check(operation.left()),
                            check(operation.right()),
                            operation.right().column());
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, UNEQUAL -> comparison(operation);
            case AND, OR ->
                    joined(
                            operation.operator(),
                            ChannelUnit.NUMBER,
                            condition(operation.left()),
                            condition(operation.right()));
        };
    }

    private Checked sum(Operation operation) {
        Checked left = check(operation.left());
        Checked right = check(operation.right());
        ChannelUnit unit = common(left, right, operation.operator().sign(), operation.column());
        return Temperatures.sum(operation.operator(), unit, left, right);
    }

    private Checked comparison(Operation operation) {
        Checked left = check(operation.left());
        Checked right = check(operation.right());
        ChannelUnit unit = common(left, right, operation.operator().sign(), operation.column());
        return joined(
                operation.operator(),
                ChannelUnit.NUMBER,
                left.convertedTo(unit),
                right.convertedTo(unit));
    }

    private Checked choice(Choice choice) {
        Checked condition = condition(choice.condition());
        Checked then = check(choice.then());
        Checked otherwise = check(choice.otherwise());
        ChannelUnit unit = common(then, otherwise, "?", choice.column());
        Checked one = then.convertedTo(unit);
        Checked other = otherwise.convertedTo(unit);
        return Checked.of(
                unit,
                frame ->
                        chosen(
                                frame.rows(),
                                condition.evaluation().of(frame),
                                one.evaluation().of(frame),
                                other.evaluation().of(frame)),
                condition,
                one,
                other);
    }

    private static Column chosen(int rows, Column condition, Column then, Column otherwise) {
        double[] chosen = new double[rows];
        for (int row = 0; row < rows; row++) {
            double holds = condition.at(row);
            chosen[row] =
                    Double.isNaN(holds)
                            ? Double.NaN
                            : holds != 0 ? then.at(row) : otherwise.at(row);
        }
        return Column.of(chosen);
    }

    private Checked shown(Shown shown) {
        Checked operand = check(shown.operand());
        ChannelUnit unit = shown.unit().as(shownReading(operand));
        if (operand.bare() || operand.unit().convertsTo(unit)) {
            return operand.convertedTo(unit);
        }
        if (operand.unit().isNumber()) {
            // A plain number is what it is stated to be.
            return operand.convertedTo(ChannelUnit.NUMBER).in(unit);
        }
        throw ExpressionRefused.units(
                shown.column(),
                "the result is in "
                        + operand.unit().name()
                        + " and cannot be shown in "
                        + unit.name(),
                "state another unit, or none");
    }

    /** A difference stays one in whatever unit it is shown. */
    private static Reading shownReading(Checked operand) {
        return operand.reading() == Reading.DIFFERENCE ? Reading.DIFFERENCE : Reading.VALUE;
    }

    /** An operand that is true or false. */
    Checked condition(Expression expression) {
        Checked condition = check(expression);
        if (!condition.unit().isNumber()) {
            throw ExpressionRefused.units(
                    expression.column(),
                    "a value in "
                            + condition.unit().name()
                            + " is found where a condition was expected",
                    "compare it, e.g. with > 0 " + condition.unit().name());
        }
        return condition;
    }

    /** The unit of the left one, or of the only one that has any. */
    static ChannelUnit common(Checked left, Checked right, String sign, int column) {
        if (left.bare() || right.bare() || left.unit().convertsTo(right.unit())) {
            return left.bare() ? right.unit() : left.unit().as(Temperatures.common(left, right));
        }
        throw ExpressionRefused.units(
                column,
                "'" + sign + "' stands between " + named(left) + " and " + named(right),
                "put together only values of one kind; multiply by e.g. 1 "
                        + (left.unit().isNumber() ? right : left).unit().name()
                        + " to give a number a unit");
    }

    static String named(Checked value) {
        return value.unit().name().isEmpty() ? "a number without a unit" : value.unit().name();
    }

    static Checked joined(Operator operator, ChannelUnit unit, Checked left, Checked right) {
        DoubleBinaryOperator operation = operator.operation();
        return Checked.of(
                unit,
                frame -> left.evaluation().of(frame).with(right.evaluation().of(frame), operation),
                left,
                right);
    }

    private static double truth(boolean holds, double x) {
        return Double.isNaN(x) ? Double.NaN : holds ? 1 : 0;
    }
}
