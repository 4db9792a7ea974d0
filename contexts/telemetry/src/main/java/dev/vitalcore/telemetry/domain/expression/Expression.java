package dev.vitalcore.telemetry.domain.expression;

import java.util.List;
import java.util.Optional;

/** An expression as a tree. The column says where in the text it is found, from 1. */
sealed interface Expression {
    int column();

    /** The parts, from left to right. */
    default List<Expression> parts() {
        return List.of();
    }

    /** Whether there is an integral in it. */
    default boolean sumsUp() {
        return (this instanceof Call call && call.function() == Function.INTEGRAL)
                || parts().stream().anyMatch(Expression::sumsUp);
    }

    /**
     * @param unit empty of a bare number, which takes the unit of what it is put together with
     */
    record Constant(double value, Optional<ChannelUnit> unit, int column) implements Expression {}

    /** The value of a channel. */
    record Channel(String name, int column) implements Expression {}

    /** An operation with a sign or a word of its own. */
    record Operation(Operator operator, Expression left, Expression right, int column)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    record Negated(Expression operand, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /** 1 where the operand is 0, else 0. */
    record Not(Expression operand, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record Choice(Expression condition, Expression then, Expression otherwise, int column)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(condition, then, otherwise);
        }
    }

    /** A function of its arguments. */
    record Call(Function function, List<Expression> arguments, int column) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }

    /** The operand in a unit that was stated for it. */
    record Shown(Expression operand, ChannelUnit unit, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }
}
