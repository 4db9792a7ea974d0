package dev.vitalcore.edge.format;

/** Yes and no as games write them; carried as 1 and 0. */
final class Flags {
    private Flags() {}

    static boolean is(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    static double value(String text) {
        return text.equalsIgnoreCase("true") ? 1 : 0;
    }
}
