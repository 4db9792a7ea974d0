package dev.vitalcore.telemetry.domain.expression;

import java.util.function.DoubleBinaryOperator;

/** What stands between two operands. A result of a comparison or a condition is 1 or 0. */
enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("^"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    UNEQUAL("!="),
    AND("and"),
    OR("or");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Of the numbers alone. */
    DoubleBinaryOperator operation() {
        return switch (this) {
            case ADD -> (a, b) -> a + b;
            case SUBTRACT -> (a, b) -> a - b;
            case MULTIPLY -> (a, b) -> a * b;
            case DIVIDE -> (a, b) -> a / b;
            case POWER -> Math::pow;
            case LESS -> (a, b) -> truth(a < b, a, b);
            case AT_MOST -> (a, b) -> truth(a <= b, a, b);
            case MORE -> (a, b) -> truth(a > b, a, b);
            case AT_LEAST -> (a, b) -> truth(a >= b, a, b);
            case EQUAL -> (a, b) -> truth(a == b, a, b);
            case UNEQUAL -> (a, b) -> truth(a != b, a, b);
            case AND -> (a, b) -> truth(a != 0 && b != 0, a, b);
            case OR -> (a, b) -> truth(a != 0 || b != 0, a, b);
        };
    }

    /** Unknown where an operand is. */
    private static double truth(boolean holds, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return holds ? 1 : 0;
    }
}
