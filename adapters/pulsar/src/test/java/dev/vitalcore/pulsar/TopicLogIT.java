package dev.vitalcore.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventStoreFixture;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.replica.Draft;
import dev.vitalcore.platform.events.replica.LogInMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.apache.pulsar.client.api.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the topic has kept and memory had no room for is read again before anybody decides. */
@ExtendWith(PulsarBroker.Shared.class)
class TopicLogIT extends EventStoreFixture {
    private final PulsarBroker broker;

    TopicLogIT(PulsarBroker broker) {
        this.broker = broker;
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return PulsarEventStore.open(settings(), clock);
    }

    @Test
    void isNoWriterWhereAnErrorLeavesItWithoutAKeptEvent() throws Exception {
        try (TopicLog log = TopicLog.open(settings())) {
            Draft draft = log.asWriter(this::oneEvent);
            MessageId kept = log.topic().await(log.topic().send(draft.message(), 1));

            assertThatThrownBy(() -> log.take(new OutOfMemory(), kept))
                    .isInstanceOf(OutOfMemoryError.class);

            assertThat(log.topic().isWriter()).isFalse();
            assertThat(log.look(LogInMemory::end)).isEqualTo(1);
            assertThat(log.asWriter(LogInMemory::end)).isEqualTo(1);
        }
    }

    @Test
    void handsAMessageOverAgainWhereAnErrorMetIt() {
        store.append(SPA, Expected.nothing(), events("lap ", 1));
        try (EventTopic topic = EventTopic.open(settings(), EventTopic.PATIENCE)) {
            assertThatThrownBy(() -> topic.readOn(message -> new OutOfMemory().getFirst()))
                    .isInstanceOf(OutOfMemoryError.class);

            List<byte[]> again = new ArrayList<>();
            topic.readOn(again::add);

            assertThat(again).hasSize(1);
        }
    }

    private Draft oneEvent(LogInMemory memory) {
        Draft draft = new Draft(memory, EpochNanos.of(now), 100_000);
        draft.addAll(List.of(new Append(SPA, Expected.nothing(), events("lap ", 1))));
        return draft;
    }

    private PulsarSettings settings() {
        return broker.settings(PulsarTopics.of(directory), "the first process");
    }

    /** Events that end the memory as soon as they are looked at. */
    private static final class OutOfMemory extends AbstractList<RecordedEvent> {
        @Override
        public RecordedEvent get(int index) {
            throw new OutOfMemoryError("on purpose");
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
