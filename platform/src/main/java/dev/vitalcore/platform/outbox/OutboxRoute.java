package dev.vitalcore.platform.outbox;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which events go where.
 *
 * @param name under which it is kept how far it has come; 1 to 40 characters of a-z, 0-9 and '-'
 * @param categories of the streams whose events are published
 */
public record OutboxRoute(String name, Set<String> categories, TopicSpec topic) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public OutboxRoute {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + Text.abbreviate(name, 60)
                            + "' is no name for an outbox: 1 to 40 characters of a-z, 0-9 and '-'");
        }
        categories = Set.copyOf(categories);
    }
}
