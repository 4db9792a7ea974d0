package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.kernel.Fault;
import java.util.Collection;

/** An expression that cannot be used, with the place in its text. */
public final class ExpressionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String UNITS_DIFFER = "expression-units-differ";

    private final String code;
    private final int column;
    private final String remedy;

    private ExpressionRefused(String code, int column, String message, String remedy) {
        super(message);
        this.code = code;
        this.column = column;
        this.remedy = remedy;
    }

    /** The text is not of the language. */
    static ExpressionRefused syntax(int column, String message, String remedy) {
        return new ExpressionRefused("expression-unusable", column, message, remedy);
    }

    static ExpressionRefused tooLarge(int column, String message, String remedy) {
        return new ExpressionRefused("expression-too-large", column, message, remedy);
    }

    /** What is put together does not go together. */
    static ExpressionRefused units(int column, String message, String remedy) {
        return new ExpressionRefused(UNITS_DIFFER, column, message, remedy);
    }

    /** A channel that is not there. */
    static ExpressionRefused channelUnknown(int column, String name) {
        return new ExpressionRefused(
                "expression-channel-unknown",
                column,
                "there is no channel '" + name + "'",
                "ask for the entry's channels and name one of them; put names with other characters"
                        + " than a-z, 0-9, _ and . in double quotes");
    }

    /** A channel that is made of itself. */
    static ExpressionRefused circle(int column, Collection<String> way, String name) {
        return new ExpressionRefused(
                "math-channel-circle",
                column,
                "the math channel '"
                        + name
                        + "' is made of itself: "
                        + String.join(" → ", way)
                        + " → "
                        + name,
                "change one of these expressions");
    }

    public String code() {
        return code;
    }

    /** Whether the channels of another car, in other units, might do. */
    public boolean ofUnits() {
        return code.equals(UNITS_DIFFER);
    }

    /** From 1. */
    public int column() {
        return column;
    }

    public String remedy() {
        return remedy;
    }

    public String text() {
        String message = getMessage();
        return message == null ? code : message;
    }

    /** The same for a caller who sees no place. */
    public Fault toFault() {
        return Fault.user(code, "column " + column + " of the expression: " + text(), remedy, this);
    }
}
