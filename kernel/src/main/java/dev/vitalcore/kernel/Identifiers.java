package dev.vitalcore.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one rule for identifiers: they appear in URLs, Kafka keys, file names and table names without
 * escaping.
 */
final class Identifiers {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    private Identifiers() {}

    static String check(String what, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what
                            + " '"
                            + Text.abbreviate(value, 100)
                            + "' is not usable: 1 to 80 characters of a-z, 0-9, '.', '_' and '-', beginning with a"
                            + " letter or digit");
        }
        return value;
    }

    /** Makes an identifier of any text: lower case, other characters become '-'; never empty. */
    static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-");
        slug = slug.replaceAll("^[^a-z0-9]+", "").replaceAll("[^a-z0-9]+$", "");
        if (slug.isEmpty()) {
            return "unnamed";
        }
        return slug.length() <= 80 ? slug : slug.substring(0, 80);
    }
}
