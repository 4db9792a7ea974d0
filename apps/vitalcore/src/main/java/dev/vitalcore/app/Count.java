package dev.vitalcore.app;

import java.util.Locale;

/** A number of things in words: {@code 1 recording}, {@code 2,000 recordings}. */
public final class Count {
    private Count() {}

    /**
     * @param thing in the singular; its plural is made with an s
     */
    public static String of(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
