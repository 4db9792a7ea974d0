package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A broker to test with: one that gives up fails the test that uses it, when it is closed. */
final class TestBroker implements AutoCloseable {
    private final EmbeddedKafka broker;

    /** Added to on a thread of the broker, where nothing that is thrown would reach the test. */
    private final Queue<Fault> faults;

    private TestBroker(EmbeddedKafka broker, Queue<Fault> faults) {
        this.broker = broker;
        this.faults = faults;
    }

    static TestBroker start(Path directory) {
        return start(EmbeddedKafkaSettings.in(directory));
    }

    static TestBroker start(EmbeddedKafkaSettings settings) {
        Queue<Fault> faults = new ConcurrentLinkedQueue<>();
        return new TestBroker(EmbeddedKafka.start(settings, faults::add), faults);
    }

    int port() {
        return broker.port();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
        assertThat(faults).as("why the broker gave up").isEmpty();
    }
}
