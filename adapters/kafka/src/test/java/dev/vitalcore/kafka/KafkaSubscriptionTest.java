package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KafkaSubscriptionTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** The client refuses such an offset with an exception that is none of Kafka's own. */
    @Test
    void aReaderThatEndsBySomethingUnexpectedTellsWhy() {
        CompletableFuture<KafkaSubscription> ended = new CompletableFuture<>();
        KafkaSubscription reader =
                new KafkaSubscription(
                        KafkaEventLogSettings.at("127.0.0.1:1"),
                        "telemetry.blocks",
                        Map.of(0, -1L),
                        batch -> {},
                        ended::complete);

        reader.start(0);

        assertThat(ended).succeedsWithin(SOON);
        assertThat(reader.failure()).get().asString().contains("IllegalArgumentException");
    }
}
