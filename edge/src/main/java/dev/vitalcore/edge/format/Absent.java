package dev.vitalcore.edge.format;

import java.util.Locale;
import java.util.Set;

/** What loggers write where there is no value. */
final class Absent {
    private static final Set<String> SPELLINGS =
            Set.of(
                    "", "nan", "-nan", "+nan", "null", "(null)", "n/a", "na", "none", "-", "inf",
                    "-inf");
    private static final int LONGEST = 6;

    private Absent() {}

    static boolean is(String field) {
        return field.length() <= LONGEST && SPELLINGS.contains(field.toLowerCase(Locale.ROOT));
    }
}
