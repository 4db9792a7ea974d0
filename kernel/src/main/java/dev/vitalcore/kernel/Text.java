package dev.vitalcore.kernel;

import java.util.regex.Pattern;

/**
 * Text for messages: foreign input is shortened and stripped of control characters before it is
 * shown.
 */
public final class Text {
    /** Controls of ASCII and Latin-1, and the separators of lines and paragraphs. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Text() {}

    /** Whether there is a line break in it, or another character that only controls a device. */
    public static boolean hasControls(String text) {
        return CONTROL.matcher(text).find();
    }

    /**
     * The text as it may be shown in a message.
     *
     * @param limit the most characters shown; the rest becomes one ellipsis
     */
    public static String abbreviate(String text, int limit) {
        String shown = text.length() <= limit ? text : text.substring(0, limit) + "…";
        return CONTROL.matcher(shown).replaceAll("�");
    }
}
