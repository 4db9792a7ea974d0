package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Text;
import java.util.regex.Pattern;

/**
 * Names a stream: what kind of thing it is about, and which one. Written {@code category/id}, for
 * example {@code session/road-america-fp1}.
 */
public record StreamName(String category, String id) implements Comparable<StreamName> {
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");

    public StreamName {
        if (!CATEGORY.matcher(category).matches()) {
            throw new IllegalArgumentException(
                    "category '"
                            + Text.abbreviate(category, 60)
                            + "' is not usable: 1 to 40 characters of a-z, 0-9 and '-', beginning with a letter");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "stream id '"
                            + Text.abbreviate(id, 140)
                            + "' is not usable: 1 to 120 characters of a-z, 0-9, '.', '_' and '-', beginning with"
                            + " a letter or digit");
        }
    }

    /**
     * Reads the form {@code category/id}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static StreamName parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "stream '"
                            + Text.abbreviate(text, 180)
                            + "' is not usable: write it as category/id");
        }
        return new StreamName(text.substring(0, slash), text.substring(slash + 1));
    }

    /** In the order of the written form, which is the order that {@link EventStore#heads} has. */
    @Override
    public int compareTo(StreamName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return category + "/" + id;
    }
}
