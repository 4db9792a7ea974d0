package dev.vitalcore.gateway.json;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes JSON by hand where it is written many thousand times a second. Everything else goes
 * through the mapper.
 */
public final class JsonText {
    private JsonText() {}

    /** Appends a finite number, or null. */
    public static void number(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            out.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else if ((double) (float) value == value) {
            // Most channels travel in single precision: 3.4, not 3.4000000953674316.
            out.append((float) value);
        } else {
            out.append(value);
        }
    }

    /** Appends the text in quotes, escaped. */
    public static void string(StringBuilder out, String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
