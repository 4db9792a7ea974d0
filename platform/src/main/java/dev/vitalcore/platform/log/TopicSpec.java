package dev.vitalcore.platform.log;

import java.time.Duration;

/**
 * A topic as the platform wants it.
 *
 * @param retention how long records stay; {@code Duration.ZERO} for ever
 */
public record TopicSpec(String name, int partitions, Duration retention) {
    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic " + name + " needs at least 1 partition, not " + partitions);
        }
    }
}
