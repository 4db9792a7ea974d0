package dev.vitalcore.telemetry.domain.expression;

import java.util.Optional;

/**
 * One word of an expression.
 *
 * @param text as written; of a quoted name without its quotes
 * @param column from 1
 * @param unit behind a number
 */
record Token(Kind kind, String text, int column, Optional<String> unit) {
    /** What a word is. */
    enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(word);
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case QUOTED -> "\"" + text + "\"";
            case NUMBER, NAME, SIGN -> "'" + text + "'";
        };
    }
}
