package dev.vitalcore.kafka;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.SubscriptionContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of readers against the real broker. */
class KafkaSubscriptionIT extends SubscriptionContract {
    private static TestBroker broker;

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker = TestBroker.start(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    protected EventLog open() {
        return new KafkaEventLog(
                KafkaEventLogSettings.at(broker.bootstrapServers())
                        .withRetryPause(Duration.ofMillis(50)));
    }
}
