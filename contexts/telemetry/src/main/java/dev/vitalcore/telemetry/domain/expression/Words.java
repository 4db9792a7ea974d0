package dev.vitalcore.telemetry.domain.expression;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words of an expression as a parser takes them, and how much of the limits is used. */
final class Words {
    private final List<Token> tokens;
    private int at;
    private int depth;
    private int nodes;

    /**
     * @param tokens the last of the kind END
     */
    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    void take() {
        at++;
    }

    void back() {
        at--;
    }

    /** Takes the next word where it is one of the signs. */
    @Nullable Operator operator(Map<String, Operator> signs) {
        Token token = next();
        Operator operator = token.is(token.text()) ? signs.get(token.text()) : null;
        at += operator == null ? 0 : 1;
        return operator;
    }

    Expression nested(Supplier<Expression> inner) {
        if (++depth > ExpressionLimits.DEPTH) {
            throw ExpressionRefused.tooLarge(
                    next().column(),
                    "the expression is nested more than " + ExpressionLimits.DEPTH + " deep",
                    "save parts of it as channels of their own");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    Expression counted(Expression expression) {
        if (++nodes > ExpressionLimits.NODES) {
            throw ExpressionRefused.tooLarge(
                    expression.column(),
                    "the expression has more than " + ExpressionLimits.NODES + " parts",
                    "save parts of it as channels of their own");
        }
        return expression;
    }

    /** The word that comes next; not taken. */
    Token next() {
        return tokens.get(at);
    }

    boolean taken(String word) {
        if (!next().is(word)) {
            return false;
        }
        at++;
        return true;
    }

    void expect(String sign) {
        if (!taken(sign)) {
            throw found("'" + sign + "'");
        }
    }

    ExpressionRefused found(String expected) {
        return ExpressionRefused.syntax(
                next().column(),
                next().shown() + " is found where " + expected + " was expected",
                "put " + expected + " there");
    }
}
