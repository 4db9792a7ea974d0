package dev.vitalcore.telemetry.domain.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of the language. */
enum Function {
    ABS("x"),
    MIN("a, b, …", 2, 8),
    MAX("a, b, …", 2, 8),
    SQRT("x"),
    SIN("angle"),
    COS("angle"),
    TAN("angle"),
    ASIN("x"),
    ACOS("x"),
    ATAN2("y, x"),
    EXP("x"),
    LOG("x"),
    FLOOR("x"),
    ROUND("x"),
    SIGN("x"),
    CLAMP("x, least, most"),
    IF("condition, then, otherwise"),
    DERIVATIVE("x"),
    INTEGRAL("x"),
    SMOOTH("x, seconds"),
    LOWPASS("x, hertz"),
    DELAY("x, seconds"),
    PREVIOUS("x");

    private final String parameters;
    private final int fewest;
    private final int most;

    Function(String parameters) {
        this.parameters = parameters;
        this.fewest = parameters.split(",").length;
        this.most = fewest;
    }

    Function(String parameters, int fewest, int most) {
        this.parameters = parameters;
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values()).filter(function -> function.word().equals(name)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Function::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is written. */
    String form() {
        return word() + "(" + parameters + ")";
    }

    boolean takes(List<Expression> arguments) {
        return arguments.size() >= fewest && arguments.size() <= most;
    }
}
