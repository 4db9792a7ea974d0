package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.EventLogContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against the real broker. */
class KafkaEventLogIT extends EventLogContract {
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

    @Test
    void failsAnAppendToATopicThatDoesNotExistWithinItsLimit() {
        KafkaEventLogSettings hasty =
                KafkaEventLogSettings.at(broker.bootstrapServers())
                        .withAppendLimit(Duration.ofMillis(500));
        try (EventLog log = new KafkaEventLog(hasty)) {
            assertThatThrownBy(() ->
                            log.append("no.such.topic", "spa/a", new byte[1])
                                    .toCompletableFuture()
                                    .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE));
        }
    }

    @Test
    void failsAnAppendAfterItWasClosed() {
        EventLog log = open();
        log.close();

        assertThat(log.append("contract.closed", "spa/a", new byte[1])).isCompletedExceptionally();
    }
}
