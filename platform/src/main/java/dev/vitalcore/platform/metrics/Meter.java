package dev.vitalcore.platform.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is measured.
 *
 * @param name as Prometheus wants names: {@code vitalcore_}, words in lower case, at the end the
 *     unit; {@code _total} where it only grows
 * @param help one sentence
 * @param tags tell the measured things of one name apart. Their values must be few and known in
 *     advance: parts and calls, never sessions, cars or callers
 */
public record Meter(String name, String help, Map<String, String> tags) {
    private static final Pattern NAME = Pattern.compile("vitalcore(_[a-z][a-z0-9]*)+");
    private static final Pattern TAG = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Meter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a meter is named vitalcore_… in lower case, not '" + name + "'");
        }
        for (String tag : tags.keySet()) {
            if (!TAG.matcher(tag).matches()) {
                throw new IllegalArgumentException(
                        "a tag of " + name + " is named in lower case, not '" + tag + "'");
            }
        }
        tags = Map.copyOf(tags);
    }

    public static Meter of(String name, String help) {
        return new Meter(name, help, Map.of());
    }

    /** The same, of one of several things. */
    public Meter with(String tag, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(tag, value);
        return new Meter(name, help, more);
    }
}
