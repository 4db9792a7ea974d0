package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.telemetry.domain.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads an expression by recursive descent; what binds most stands lowest:
 *
 * <pre>
 *   choice     = or [ "?" choice ":" choice ]
 *   or         = and { "or" and }
 *   and        = not { "and" not }
 *   not        = "not" not | comparison
 *   comparison = sum [ ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=" ) sum ]
 *   sum        = product { ( "+" | "-" ) product }
 *   product    = signed { ( "*" | "/" ) signed }
 *   signed     = ( "-" | "+" ) signed | power
 *   power      = value [ "^" signed ]
 *   value      = number [ unit ] | channel | function "(" choice { "," choice } ")" | "(" choice ")"
 * </pre>
 */
final class Parser {
    private static final Map<String, Operator> COMPARISONS =
            Map.of(
                    "<", Operator.LESS,
                    "<=", Operator.AT_MOST,
                    ">", Operator.MORE,
                    ">=", Operator.AT_LEAST,
                    "==", Operator.EQUAL,
                    "!=", Operator.UNEQUAL);
    private static final Map<String, Operator> SUMS =
            Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);
    private static final Map<String, Operator> PRODUCTS =
            Map.of("*", Operator.MULTIPLY, "/", Operator.DIVIDE);
    private static final Set<String> WORDS = Set.of("and", "or", "not");

    private final Words words;

    private Parser(Words words) {
        this.words = words;
    }

    /**
     * @throws ExpressionRefused naming the place, what was found there and what was expected
     */
    static Expression parse(String text) {
        Parser parser = new Parser(new Words(Lexer.tokens(text)));
        if (parser.words.next().kind() == Kind.END) {
            throw ExpressionRefused.syntax(
                    1, "the expression is empty", "write one, e.g. derivative(speed)");
        }
        Expression expression = parser.choice();
        if (parser.words.next().kind() != Kind.END) {
            throw parser.words.found("an operator or the end");
        }
        return expression;
    }

    private Expression choice() {
        Expression condition = or();
        Token mark = words.next();
        if (!words.taken("?")) {
            return condition;
        }
        Expression then = words.nested(this::choice);
        words.expect(":");
        Expression otherwise = words.nested(this::choice);
        return words.counted(new Expression.Choice(condition, then, otherwise, mark.column()));
    }

    private Expression or() {
        return leftToRight(this::and, Map.of("or", Operator.OR));
    }

    private Expression and() {
        return leftToRight(this::not, Map.of("and", Operator.AND));
    }

    private Expression not() {
        int column = words.next().column();
        return words.taken("not")
                ? words.counted(new Expression.Not(words.nested(this::not), column))
                : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        Token sign = words.next();
        Operator operator = words.operator(COMPARISONS);
        if (operator == null) {
            return left;
        }
        Expression compared =
                words.counted(new Expression.Operation(operator, left, sum(), sign.column()));
        if (words.operator(COMPARISONS) != null) {
            words.back();
            throw ExpressionRefused.syntax(
                    words.next().column(),
                    "a second comparison is found where the end of the first was expected",
                    "join two comparisons by and, e.g. a < b and b < c");
        }
        return compared;
    }

    private Expression sum() {
        return leftToRight(this::product, SUMS);
    }

    private Expression product() {
        return leftToRight(this::signed, PRODUCTS);
    }

    private Expression signed() {
        int column = words.next().column();
        if (words.taken("-")) {
            return words.counted(new Expression.Negated(words.nested(this::signed), column));
        }
        return words.taken("+") ? words.nested(this::signed) : power();
    }

    private Expression power() {
        Expression base = value();
        int column = words.next().column();
        return words.taken("^")
                ? words.counted(
                        new Expression.Operation(
                                Operator.POWER, base, words.nested(this::signed), column))
                : base;
    }

    private Expression value() {
        Token token = words.next();
        words.take();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case QUOTED -> channel(token);
            case NAME -> named(token);
            case SIGN -> {
                if (!token.text().equals("(")) {
                    words.back();
                    throw words.found("a number, a channel or a function");
                }
                Expression inner = words.nested(this::choice);
                words.expect(")");
                yield inner;
            }
            case END -> {
                words.back();
                throw words.found("a number, a channel or a function");
            }
        };
    }

    private Expression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!Double.isFinite(value)) {
            throw ExpressionRefused.syntax(
                    token.column(),
                    "the number " + token.text() + " is too large",
                    "use one below 1e308");
        }
        Optional<ChannelUnit> unit = token.unit().flatMap(UnitNames::find);
        return words.counted(new Expression.Constant(value, unit, token.column()));
    }

    private Expression named(Token token) {
        if (words.next().is("(")) {
            return call(token);
        }
        if (WORDS.contains(token.text())) {
            words.back();
            throw words.found("a number, a channel or a function");
        }
        return channel(token);
    }

    private Expression channel(Token token) {
        return words.counted(new Expression.Channel(token.text(), token.column()));
    }

    private Expression call(Token name) {
        Function function =
                Function.named(name.text())
                        .orElseThrow(() ->
                                ExpressionRefused.syntax(
                                        name.column(),
                                        "there is no function '" + name.text() + "'",
                                        "use one of " + Function.all()));
        words.expect("(");
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(words.nested(this::choice));
        } while (words.taken(","));
        words.expect(")");
        if (!function.takes(arguments)) {
            throw ExpressionRefused.syntax(
                    name.column(),
                    "'" + name.text() + "' is given " + count(arguments.size()),
                    "write " + function.form());
        }
        return words.counted(
                function == Function.IF
                        ? new Expression.Choice(
                                arguments.get(0), arguments.get(1), arguments.get(2), name.column())
                        : new Expression.Call(function, arguments, name.column()));
    }

    private Expression leftToRight(Supplier<Expression> operand, Map<String, Operator> signs) {
        Expression left = operand.get();
        int column = words.next().column();
        Operator operator = words.operator(signs);
        while (operator != null) {
            left = words.counted(new Expression.Operation(operator, left, operand.get(), column));
            column = words.next().column();
            operator = words.operator(signs);
        }
        return left;
    }

    private static String count(int arguments) {
        return arguments == 1 ? "1 argument" : arguments + " arguments";
    }
}
