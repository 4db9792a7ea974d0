package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {
    /**
     * The broker looks for logs to force only as often as the second one says: never, unless told.
     */
    @Test
    void theLogIsForcedToTheDiskEachSecond() {
        assertThat(BrokerProperties.of(Path.of("data"), 9092, 9093))
                .containsEntry("log.flush.interval.ms", "1000")
                .containsEntry("log.flush.scheduler.interval.ms", "1000");
    }
}
