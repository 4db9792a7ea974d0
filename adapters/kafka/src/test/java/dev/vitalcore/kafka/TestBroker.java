package dev.vitalcore.kafka;

import java.nio.file.Path;

/** Brokers to test with: one that gives up fails the test that uses it. */
final class Brokers {
    private Brokers() {}

    static EmbeddedKafka start(Path directory) {
        return start(EmbeddedKafkaSettings.in(directory));
    }

    static EmbeddedKafka start(EmbeddedKafkaSettings settings) {
        return EmbeddedKafka.start(
                settings,
                fault -> {
                    throw new AssertionError("the broker gave up", fault);
                });
    }
}
