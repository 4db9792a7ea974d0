package dev.vitalcore.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventStoreFixture;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is killed while somebody appends and repeats what failed. */
@ExtendWith(PulsarBroker.Shared.class)
class BrokerCrashIT extends EventStoreFixture {
    private static final int BEFORE = 50;
    private static final int ALL = 100;

    private final PulsarBroker broker;
    private final AtomicInteger acknowledged = new AtomicInteger();

    BrokerCrashIT(PulsarBroker broker) {
        this.broker = broker;
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return PulsarEventStore.open(
                broker.settings(PulsarTopics.of(directory), "the first process"), clock);
    }

    @Test
    void keepsEachEventOnceWhereTheBrokerIsKilled() throws Exception {
        List<NewEvent> events = events("lap ", ALL);
        Thread appender = Thread.ofVirtual().start(() -> events.forEach(this::appendUntilKept));
        await().atMost(SOON).until(() -> acknowledged.get() >= BEFORE);

        broker.kill();
        broker.startAgain();

        assertThat(appender.join(Duration.ofMinutes(3))).isTrue();
        reopen();
        assertThat(store.read(SPA, 0, 1_000))
                .extracting(kept -> kept.event().id())
                .isEqualTo(events.stream().map(NewEvent::id).toList());
        assertThat(ChainAudit.of(store, Optional.empty()).findings()).isEmpty();
    }

    private void appendUntilKept(NewEvent event) {
        boolean kept = false;
        while (!kept) {
            try {
                kept = store.append(SPA, Expected.any(), List.of(event)) instanceof Appended;
            } catch (Fault unavailable) {
                assertThat(unavailable.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
            }
        }
        acknowledged.incrementAndGet();
    }
}
