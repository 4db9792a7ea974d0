package dev.vitalcore.kernel;

/**
 * Text for messages: foreign input is shortened and stripped of control characters before it is
 * shown.
 */
public final class Text {
    private Text() {}

    /**
     * The text as it may be shown in a message.
     *
     * @param limit the most characters shown; the rest becomes one ellipsis
     */
    public static String abbreviate(String text, int limit) {
        String shown = text.length() <= limit ? text : text.substring(0, limit) + "…";
        return shown.replaceAll("\\p{Cntrl}", "�");
    }
}
