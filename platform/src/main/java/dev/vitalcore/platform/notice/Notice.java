package dev.vitalcore.platform.notice;

import dev.vitalcore.kernel.Text;

/**
 * Something that people are told.
 *
 * @param key what it is told once for; at most {@value #KEY_LIMIT} characters
 * @param about what it is about, as the interface names it, e.g. {@code session/fp1}
 * @param text for people; longer ones are cut off at {@value #TEXT_LIMIT} characters
 * @param atNanos when what it tells happened, nanoseconds since the epoch
 */
public record Notice(String key, Level level, String about, String text, long atNanos) {
    static final int KEY_LIMIT = 300;
    static final int TEXT_LIMIT = 900;

    /** How much it matters. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Somebody has to look at it. */
        WARNING
    }

    /**
     * @throws IllegalArgumentException when the key is empty or too long
     */
    public Notice {
        if (key.isBlank() || key.length() > KEY_LIMIT) {
            throw new IllegalArgumentException(
                    "a notice's key has 1 to "
                            + KEY_LIMIT
                            + " characters, not '"
                            + Text.abbreviate(key, 60)
                            + "'");
        }
        text = Text.abbreviate(text, TEXT_LIMIT);
    }
}
