package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.timing.domain.EntryTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real log, with a reader that collects what the speed layer wrote. */
final class TestLog implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EmbeddedKafka broker;
    private final KafkaEventLog log;
    private final List<TimingEvent> events = new CopyOnWriteArrayList<>();
    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();

    /** Added to on a thread of the broker, where nothing that is thrown would reach the test. */
    private final List<Fault> brokerFailures = new CopyOnWriteArrayList<>();

    TestLog(Path directory) {
        broker = EmbeddedKafka.start(EmbeddedKafkaSettings.in(directory), brokerFailures::add);
        log = new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()));
        List.of(Topics.blocks(), Topics.timingEvents(), Topics.deadLetters())
                .forEach(log::ensureTopic);
        Codec<TimingEvent> eventCodec = TestSchemas.SCHEMAS.timingEventCodec();
        log.readFrom(
                Topics.TIMING_EVENTS,
                Map.of(),
                batch -> batch.forEach(record -> events.add(eventCodec.decode(record.value()))));
        Codec<DeadLetter> letterCodec = TestSchemas.SCHEMAS.deadLetterCodec();
        log.readFrom(
                Topics.DEAD_LETTERS,
                Map.of(),
                batch -> batch.forEach(record -> letters.add(letterCodec.decode(record.value()))));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    void append(List<TelemetryBlock> blocks) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (TelemetryBlock block : blocks) {
            sent.add(
                    log.append(Topics.BLOCKS, block.entry().toString(), TestBlocks.encoded(block))
                            .toCompletableFuture());
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    void appendRaw(String key, byte[] value) {
        log.append(Topics.BLOCKS, key, value).toCompletableFuture().join();
    }

    /** Waits until exactly the events are there that timing finds in the blocks by itself. */
    void awaitEventsOf(List<TelemetryBlock> blocks) {
        Set<String> expected = idsOf(blocks);
        assertThat(expected).isNotEmpty();
        await().atMost(LIMIT).until(() -> ids().containsAll(expected));
        assertThat(ids()).isEqualTo(expected);
    }

    void awaitEvents(int atLeast, Process from) {
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    assertThat(from.isAlive()).isTrue();
                    assertThat(events).hasSizeGreaterThanOrEqualTo(atLeast);
                });
    }

    DeadLetter awaitDeadLetter() {
        await().atMost(LIMIT).until(() -> !letters.isEmpty());
        return letters.getFirst();
    }

    List<TimingEvent> events() {
        return List.copyOf(events);
    }

    /** Of each flying lap the last statement. */
    Collection<Double> flyingLapSeconds() {
        Map<String, TimingEvent.LapCompleted> laps = new HashMap<>();
        for (TimingEvent event : events) {
            if (event instanceof TimingEvent.LapCompleted lap) {
                laps.merge(lap.subject(), lap, (a, b) -> a.revision() > b.revision() ? a : b);
            }
        }
        return laps.values().stream()
                .filter(lap -> lap.kind() == TimingEvent.LapKind.FLYING)
                .map(lap -> EpochNanos.toSeconds(lap.durationNanos()))
                .toList();
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        events.forEach(event -> ids.add(event.eventId()));
        return ids;
    }

    @Override
    public void close() {
        log.close();
        broker.close();
        assertThat(brokerFailures).as("why the broker gave up").isEmpty();
    }

    /** One timing an entry over the blocks in their order, without any engine. */
    private static Set<String> idsOf(List<TelemetryBlock> blocks) {
        Map<String, EntryTiming> entries = new HashMap<>();
        Set<String> ids = new TreeSet<>();
        for (TelemetryBlock block : blocks) {
            entries.computeIfAbsent(block.entry().toString(), key -> new EntryTiming())
                    .accept(block)
                    .forEach(event -> ids.add(event.eventId()));
        }
        return ids;
    }
}
