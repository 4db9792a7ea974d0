package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.ChannelUnit.Scaled;
import dev.vitalcore.telemetry.domain.expression.Expression.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Checks the arguments of functions. */
record FunctionChecker(Checker checker) {
    Checked check(Call call) {
        Checked first = checker.check(call.arguments().getFirst());
        return switch (call.function()) {
            case ABS -> keeping(first, Math::abs);
            case FLOOR -> keeping(first, Math::floor);
            case ROUND -> keeping(first, x -> Math.floor(x + 0.5));
            case SIGN -> first.map(ChannelUnit.NUMBER, Math::signum);
            case MIN -> folded(call, Math::min);
            case MAX -> folded(call, Math::max);
            case CLAMP -> clamp(call);
            case SQRT -> root(call, first);
            case SIN -> inRadians(call, first).map(ChannelUnit.NUMBER, Math::sin);
            case COS -> inRadians(call, first).map(ChannelUnit.NUMBER, Math::cos);
            case TAN -> inRadians(call, first).map(ChannelUnit.NUMBER, Math::tan);
            case ASIN -> number(call, first).map(ChannelUnit.RADIAN, Math::asin);
            case ACOS -> number(call, first).map(ChannelUnit.RADIAN, Math::acos);
            case EXP -> number(call, first).map(ChannelUnit.NUMBER, Math::exp);
            case LOG -> number(call, first).map(ChannelUnit.NUMBER, Math::log);
            case ATAN2 -> atan2(call);
            case IF -> throw new IllegalStateException("the parser makes a choice of it");
            case DERIVATIVE, INTEGRAL, SMOOTH, LOWPASS, DELAY, PREVIOUS ->
                    new TimeFunctionChecker(checker).check(call, first);
        };
    }

    private static Checked keeping(Checked x, DoubleUnaryOperator operation) {
        return x.map(x.unit(), operation).asBare(x.bare());
    }

    private Checked folded(Call call, DoubleBinaryOperator operation) {
        List<Checked> arguments = alike(call);
        Checked folded = arguments.getFirst();
        for (Checked next : arguments.subList(1, arguments.size())) {
            Checked before = folded;
            folded =
                    Checked.of(
                            next.unit(),
                            frame ->
                                    before.evaluation()
                                            .of(frame)
                                            .with(next.evaluation().of(frame), operation),
                            before,
                            next);
        }
        return folded;
    }

    private Checked clamp(Call call) {
        List<Checked> all = alike(call);
        Checked x = all.get(0);
        Checked least = all.get(1);
        Checked most = all.get(2);
        return Checked.of(
                x.unit(),
                frame ->
                        x.evaluation()
                                .of(frame)
                                .with(least.evaluation().of(frame), Math::max)
                                .with(most.evaluation().of(frame), Math::min),
                x,
                least,
                most);
    }

    /** The arguments in the unit of the first of them that has one. */
    private List<Checked> alike(Call call) {
        List<Checked> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(checker.check(argument)));
        Checked leading = arguments.getFirst();
        for (int index = 1; index < arguments.size(); index++) {
            Checked next = arguments.get(index);
            ChannelUnit unit =
                    Checker.common(
                            leading,
                            next,
                            call.function().word(),
                            call.arguments().get(index).column());
            leading = leading.bare() ? next : leading.in(unit);
        }
        ChannelUnit unit = leading.unit();
        return arguments.stream().map(argument -> argument.convertedTo(unit)).toList();
    }

    private static Checked root(Call call, Checked x) {
        if (x.unit().isNumber()) {
            return x.convertedTo(ChannelUnit.NUMBER)
                    .map(ChannelUnit.NUMBER, Math::sqrt)
                    .asBare(x.bare());
        }
        Checked fromZero = Products.fromZero(x);
        Scaled root =
                fromZero.unit()
                        .root()
                        .orElseThrow(() ->
                                ExpressionRefused.units(
                                        call.arguments().getFirst().column(),
                                        "the square root of a value in "
                                                + x.unit().name()
                                                + " has no unit",
                                        "divide the value by a unit first, e.g. by 1 "
                                                + x.unit().name()));
        return fromZero.map(root.unit(), value -> Math.sqrt(value) * root.scale());
    }

    private Checked atan2(Call call) {
        List<Checked> both = alike(call);
        Checked y = both.get(0);
        Checked x = both.get(1);
        return Checked.of(
                ChannelUnit.RADIAN,
                frame -> y.evaluation().of(frame).with(x.evaluation().of(frame), Math::atan2),
                y,
                x);
    }

    private static Checked inRadians(Call call, Checked angle) {
        if (angle.unit().isNumber()) {
            return angle.convertedTo(ChannelUnit.NUMBER);
        }
        return required(call, 0, angle, ChannelUnit.RADIAN, "an angle or a number");
    }

    private static Checked number(Call call, Checked x) {
        return required(call, 0, x, ChannelUnit.NUMBER, "a number without a unit");
    }

    /** The argument in a unit. */
    static Checked required(
            Call call, int index, Checked found, ChannelUnit unit, String expected) {
        if (!found.bare() && !found.unit().convertsTo(unit)) {
            throw ExpressionRefused.units(
                    call.arguments().get(index).column(),
                    Checker.named(found) + " is found where " + expected + " was expected",
                    "write " + call.function().form());
        }
        return found.convertedTo(unit);
    }
}
