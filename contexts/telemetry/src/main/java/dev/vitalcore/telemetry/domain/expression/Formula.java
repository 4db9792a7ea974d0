package dev.vitalcore.telemetry.domain.expression;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** An expression that was read: of the language, though its channels need not exist. */
public final class Formula {
    private final String text;
    private final Expression expression;
    private final Optional<ChannelUnit> unit;

    /**
     * @param unit in which the result is to be shown; empty as it comes out
     */
    private Formula(String text, Expression expression, Optional<ChannelUnit> unit) {
        this.text = text;
        this.expression = expression;
        this.unit = unit;
    }

    /**
     * @throws ExpressionRefused naming the place
     */
    public static Formula parse(String text) {
        return new Formula(text, Parser.parse(text), Optional.empty());
    }

    /** The unit of that name, e.g. {@code bar/s}; empty where it is not known. */
    public static Optional<ChannelUnit> unit(String name) {
        return UnitNames.find(name);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public Formula in(ChannelUnit other) {
        return new Formula(text, expression, Optional.of(other));
    }

    /** The names of channels in it, in the order of the text. */
    public Set<String> channels() {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names);
        return names;
    }

    /** Whether values count from where a read begins: whether an integral is in it. */
    public boolean sumsUp() {
        return expression.sumsUp();
    }

    /**
     * The same of recorded channels alone.
     *
     * @param definitions of math channels by name; empty of any other
     * @throws ExpressionRefused when it is made of itself or too large
     */
    public Formula expanded(Function<String, Optional<Formula>> definitions) {
        Formula expanded =
                new Formula(
                        text,
                        new Expansion(definitions).expand(expression, OptionalInt.empty()),
                        unit);
        int channels = expanded.channels().size();
        if (channels > ExpressionLimits.CHANNELS) {
            throw ExpressionRefused.tooLarge(
                    1,
                    "the expression has " + channels + " channels",
                    "use at most " + ExpressionLimits.CHANNELS);
        }
        return expanded;
    }

    /**
     * Checks the units.
     *
     * @param units of the channels; empty of one that is not there
     * @throws ExpressionRefused when units do not go together or a channel is not there
     */
    public CheckedFormula check(Function<String, Optional<ChannelUnit>> units) {
        Set<String> channels = channels();
        if (channels.isEmpty()) {
            throw ExpressionRefused.syntax(
                    1, "the expression names no channel", "name at least one, e.g. speed");
        }
        return new CheckedFormula(channels, new Checker(units).check(shown()));
    }

    /** The tree with the unit that is stated. */
    Expression shown() {
        return unit.<Expression>map(stated -> new Expression.Shown(expression, stated, 1))
                .orElse(expression);
    }

    private static void collect(Expression expression, Set<String> names) {
        if (expression instanceof Expression.Channel channel) {
            names.add(channel.name());
        }
        expression.parts().forEach(part -> collect(part, names));
    }
}
