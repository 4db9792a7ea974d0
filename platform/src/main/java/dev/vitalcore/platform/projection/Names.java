package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Text;
import java.util.regex.Pattern;

/** Names that become part of a statement or a row are checked here; none comes from outside. */
final class Names {
    /** PostgreSQL cuts identifiers after 63 characters; the generation needs some of them. */
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    private static final Pattern PROJECTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Names() {}

    static String requireTable(String name) {
        return require(name, TABLE, "a table or index", "1 to 48 characters of a-z, 0-9 and '_'");
    }

    static String requireProjection(String name) {
        return require(name, PROJECTION, "a projection", "1 to 40 characters of a-z, 0-9 and '-'");
    }

    private static String require(String name, Pattern pattern, String what, String rule) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + Text.abbreviate(name, 60)
                            + "' is no name for "
                            + what
                            + ": "
                            + rule
                            + ", beginning with a letter");
        }
        return name;
    }
}
