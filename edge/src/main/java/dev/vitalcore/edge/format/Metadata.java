package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.kernel.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lines {@code key,value} before a table; keys are compared without case. */
final class Metadata {
    private static final int LONGEST = 200;

    private final Map<String, String> values = new HashMap<>();

    /** Takes a line in; one without a value says nothing. */
    void add(String line) {
        List<String> fields = Fields.separatedBy(',').split(line);
        if (fields.size() > 1 && !fields.get(1).isEmpty()) {
            values.putIfAbsent(
                    fields.getFirst().toLowerCase(Locale.ROOT),
                    Text.abbreviate(String.join(",", fields.subList(1, fields.size())), LONGEST));
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)));
    }
}
