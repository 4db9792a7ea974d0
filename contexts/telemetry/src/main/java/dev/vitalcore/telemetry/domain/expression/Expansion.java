package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.Expression.Call;
import dev.vitalcore.telemetry.domain.expression.Expression.Channel;
import dev.vitalcore.telemetry.domain.expression.Expression.Choice;
import dev.vitalcore.telemetry.domain.expression.Expression.Constant;
import dev.vitalcore.telemetry.domain.expression.Expression.Negated;
import dev.vitalcore.telemetry.domain.expression.Expression.Not;
import dev.vitalcore.telemetry.domain.expression.Expression.Operation;
import dev.vitalcore.telemetry.domain.expression.Expression.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Puts the expressions of math channels in the place of their names. */
final class Expansion {
    private final Function<String, Optional<Formula>> definitions;
    private final Deque<String> within = new ArrayDeque<>();
    private int nodes;

    /**
     * @param definitions empty of channels that are recorded
     */
    Expansion(Function<String, Optional<Formula>> definitions) {
        this.definitions = definitions;
    }

    /**
     * @param at where the outermost of the names stands, of what comes from other texts
     * @throws ExpressionRefused when a channel is made of itself, or the whole is too large
     */
    Expression expand(Expression expression, OptionalInt at) {
        int column = at.orElse(expression.column());
        requireRoom(column);
        return switch (expression) {
            case Constant constant -> new Constant(constant.value(), constant.unit(), column);
            case Channel channel -> channel(channel, column);
            case Negated negated -> new Negated(expand(negated.operand(), at), column);
            case Not not -> new Not(expand(not.operand(), at), column);
            case Operation operation ->
                    new Operation(
                            operation.operator(),
                            expand(operation.left(), at),
                            expand(operation.right(), at),
                            column);
            case Choice choice ->
                    new Choice(
                            expand(choice.condition(), at),
                            expand(choice.then(), at),
                            expand(choice.otherwise(), at),
                            column);
            case Call call ->
                    new Call(
                            call.function(),
                            call.arguments().stream().map(part -> expand(part, at)).toList(),
                            column);
            case Shown shown -> new Shown(expand(shown.operand(), at), shown.unit(), column);
        };
    }

    private Expression channel(Channel channel, int column) {
        Optional<Formula> definition = definitions.apply(channel.name());
        if (definition.isEmpty()) {
            return new Channel(channel.name(), column);
        }
        if (within.contains(channel.name())) {
            throw ExpressionRefused.circle(column, within.reversed(), channel.name());
        }
        within.push(channel.name());
        Expression expanded = expand(definition.get().shown(), OptionalInt.of(column));
        within.pop();
        return expanded;
    }

    private void requireRoom(int column) {
        if (++nodes > ExpressionLimits.EXPANDED_NODES) {
            throw ExpressionRefused.tooLarge(
                    column,
                    "with the math channels that it names, the expression has more than "
                            + ExpressionLimits.EXPANDED_NODES
                            + " parts",
                    "use simpler math channels");
        }
    }
}
