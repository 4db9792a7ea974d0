package dev.vitalcore.telemetry.domain.expression;

/** What keeps expressions small enough to be checked at each keystroke and read by people. */
public final class ExpressionLimits {
    public static final int CHARACTERS = 1000;

    /** Of parentheses, functions and signs within each other. */
    public static final int DEPTH = 64;

    /** Numbers, channels, operators and functions of one text. */
    public static final int NODES = 200;

    /** The same, with the expressions of the math channels that it names. */
    public static final int EXPANDED_NODES = 1000;

    public static final int CHANNELS = 16;

    /** Of a span or shift of time. */
    static final double SECONDS = 60;

    private ExpressionLimits() {}
}
