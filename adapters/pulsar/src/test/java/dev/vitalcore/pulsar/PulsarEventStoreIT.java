package dev.vitalcore.pulsar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventStoreContract;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.replica.LogInMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PulsarBroker.Shared.class)
class PulsarEventStoreIT extends EventStoreContract {
    private final PulsarBroker broker;

    PulsarEventStoreIT(PulsarBroker broker) {
        this.broker = broker;
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return PulsarEventStore.open(settings("the first process"), clock);
    }

    @Test
    void refusesASecondWriterAndSaysWhoTheFirstIs() {
        store.append(SPA, Expected.nothing(), events("lap ", 2));
        try (EventStore second = open("the second process")) {
            Fault fault = fault(() -> second.append(SPA, Expected.version(2), events("other ", 1)));

            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
            assertThat(fault.code()).isEqualTo("event-store-has-writer");
            assertThat(fault.text()).contains("the first process");
            assertThat(second.end()).isEqualTo(2);
        }
    }

    @Test
    void anotherProcessGoesOnWhereTheWriterHasEnded() {
        try (EventStore second = open("the second process")) {
            store.append(SPA, Expected.nothing(), events("lap ", 2));
            store.close();

            assertThat(second.append(SPA, Expected.version(1), events("by an old state ", 1)))
                    .isEqualTo(new VersionConflict(SPA, Expected.version(1), 2));
            assertThat(second.append(SPA, Expected.version(2), events("other ", 1)))
                    .isEqualTo(new Appended(3, 3, false));
            assertThat(ChainAudit.of(second, Optional.empty()).findings()).isEmpty();
        }
    }

    @Test
    void aReaderInAnotherProcessSeesWhatWasAcknowledged() {
        try (EventStore reader = open("the second process")) {
            for (int i = 0; i < 20; i++) {
                store.append(SPA, Expected.version(i), List.of(event("lap " + i)));
                assertThat(reader.head(SPA).version()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void keepsALargeAppendInOneMessageOrRefusesIt() {
        List<NewEvent> fits = large("fits ", 15);
        List<NewEvent> tooMany = large("too many ", 17);

        assertThat(store.append(SPA, Expected.nothing(), fits))
                .isEqualTo(new Appended(15, 15, false));
        Fault fault = fault(() -> store.append(SPA, Expected.version(15), tooMany));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.code()).isEqualTo("append-too-large");
        reopen();
        assertThat(store.read(SPA, 0, 100))
                .extracting(RecordedEvent::version)
                .hasSize(15)
                .endsWith(15L);
    }

    @Test
    void refusesWhatDoesNotFitIntoItsMemory() {
        store.close();
        PulsarSettings large = settings("the first process");
        store =
                PulsarEventStore.open(
                        new PulsarSettings(
                                large.service(),
                                large.admin(),
                                large.topic(),
                                large.tokenFile(),
                                3 * LogInMemory.BYTES_AN_EVENT,
                                large.writer()),
                        () -> now);
        store.append(SPA, Expected.nothing(), events("lap ", 2));

        Fault fault = fault(() -> store.append(SPA, Expected.version(2), events("more ", 2)));

        assertThat(fault.code()).isEqualTo("event-store-full");
        assertThat(store.end()).isEqualTo(2);
    }

    @Test
    void refusesATopicThatForgets() {
        PulsarSettings forgetting = broker.settings("public/default/events", "the first process");

        Fault fault = fault(() -> PulsarEventStore.open(forgetting, () -> now));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("does not keep messages for ever");
        assertThat(fault.remedy()).contains("set-retention --size -1 --time -1 public/default");
    }

    @Test
    void refusesATopicThatOthersWriteTo() throws Exception {
        PulsarSettings settings = settings("the first process");
        try (PulsarClient client =
                        PulsarClient.builder().serviceUrl(settings.service().toString()).build();
                Producer<byte[]> producer =
                        client.newProducer().topic("persistent://" + settings.topic()).create()) {
            producer.send("hello".getBytes(StandardCharsets.UTF_8));
        }

        Fault fault = fault(() -> open("the second process"));

        assertThat(fault.code()).isEqualTo("event-log-foreign");
    }

    private EventStore open(String writer) {
        return PulsarEventStore.open(settings(writer), () -> now);
    }

    private PulsarSettings settings(String writer) {
        return broker.settings(PulsarTopics.of(directory), writer);
    }

    private static List<NewEvent> large(String prefix, int count) {
        return events(prefix, count).stream()
                .map(event ->
                        new NewEvent(
                                event.id(),
                                event.type(),
                                new byte[NewEvent.PAYLOAD_LIMIT],
                                event.eventNanos(),
                                event.origin()))
                .toList();
    }
}
