package dev.vitalcore.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} must do with records and topics, whatever engine is behind it. */
public abstract class EventLogContract extends LogFixture {
    @Test
    void givesBackARecordAsItWasAppended() {
        long before = EpochNanos.of(Instant.now());
        LogPosition position = append("spa/car-7", "first");

        try (Subscription reader = log.readFrom(topic, Map.of(), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 1);

            LogRecord record = seen.element();
            assertThat(new LogPosition(record.topic(), record.partition(), record.offset()))
                    .isEqualTo(position);
            assertThat(record.key()).isEqualTo("spa/car-7");
            assertThat(text(record)).isEqualTo("first");
            // The log's clock may count milliseconds.
            assertThat(record.recordedNanos())
                    .isBetween(before - EpochNanos.PER_MILLI, EpochNanos.of(Instant.now()));
            assertThat(reader.failure()).isEmpty();
        }
    }

    @Test
    void keepsRecordsOfOneKeyInTheOrderOfAppending() {
        List<String> keys = List.of("spa/a", "spa/b", "spa/c", "spa/d");
        List<CompletableFuture<LogPosition>> appended = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            appended.add(later(keys.get(i % 4), Integer.toString(i)));
        }
        appended.forEach(CompletableFuture::join);

        try (Subscription reader = log.readFrom(topic, Map.of(), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 1_000);
            assertThat(reader.lag()).isBetween(0L, 1_000L);
        }
        for (int key = 0; key < 4; key++) {
            int first = key;
            assertThat(textsOf(keys.get(key)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 250)
                                    .mapToObj(i -> Integer.toString(4 * i + first))
                                    .toList());
        }
    }

    @Test
    void tellsTheOffsetAfterTheLastRecord() {
        assertThat(log.endOffsets(topic)).isEqualTo(Map.of(0, 0L, 1, 0L, 2, 0L));

        LogPosition position = append("spa/a", "one");

        assertThat(log.endOffsets(topic)).containsEntry(position.partition(), 1L);
    }

    @Test
    void tellsWhereTheRecordsOfATimeBegin() {
        LogPosition old = append("spa/a", "old");
        awaitATickAfter(recordedNanos(old));
        LogPosition recent = append("spa/a", "recent");
        append("spa/a", "newest");
        long recentNanos = recordedNanos(recent);

        assertThat(log.offsetsFrom(topic, 0)).isEqualTo(Map.of(0, 0L, 1, 0L, 2, 0L));
        assertThat(log.offsetsFrom(topic, recentNanos))
                .hasSize(3)
                .containsEntry(recent.partition(), recent.offset());
        assertThat(log.offsetsFrom(topic, recentNanos + Duration.ofDays(1).toNanos()))
                .isEqualTo(log.endOffsets(topic));
    }

    @Test
    void leavesAnExistingTopicAsItIs() {
        append("spa/a", "one");

        log.ensureTopic(new TopicSpec(topic, 8, Duration.ZERO));

        assertThat(log.endOffsets(topic)).hasSize(3).containsValue(1L);
    }

    @Test
    void takesAppendsOfManyThreads() throws InterruptedException {
        List<Thread> threads =
                IntStream.range(0, 8)
                        .mapToObj(number -> Thread.ofVirtual().start(() -> appendMany(number)))
                        .collect(Collectors.toList());
        for (Thread thread : threads) {
            thread.join();
        }

        try (Subscription reader = log.readFrom(topic, Map.of(), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 800);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen).extracting(LogFixture::text).doesNotHaveDuplicates();
    }

    @Test
    void keepsRecordsWhenItIsOpenedAgain() {
        LogPosition position = append("spa/a", "one");
        log.close();
        log = open();

        try (Subscription reader = log.readFrom(topic, Map.of(), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen.element().offset()).isEqualTo(position.offset());
    }

    @Test
    void takesALargeRecordAndRefusesOneBeyondTheLimit() {
        byte[] large = new byte[15 * 1024 * 1024];
        byte[] beyond = new byte[18 * 1024 * 1024];

        log.append(topic, "spa/a", large).toCompletableFuture().join();

        assertThatThrownBy(() -> log.append(topic, "spa/a", beyond).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
                            assertThat(fault.code()).isEqualTo("record-too-large");
                        });
        try (Subscription reader = log.readFrom(topic, Map.of(), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen.element().value()).hasSize(large.length);
    }

    private long recordedNanos(LogPosition position) {
        Map<Integer, Long> from = Map.of(position.partition(), position.offset());
        Queue<LogRecord> found = new ConcurrentLinkedQueue<>();
        try (Subscription reader = log.readFrom(topic, from, found::addAll)) {
            await().atMost(SOON).until(() -> !found.isEmpty());
            assertThat(reader.failure()).isEmpty();
        }
        return found.element().recordedNanos();
    }

    /** The log's clock may count milliseconds. */
    private static void awaitATickAfter(long nanos) {
        await().atMost(SOON)
                .until(() -> EpochNanos.of(Instant.now()) >= nanos + EpochNanos.PER_MILLI);
    }

    private void appendMany(int thread) {
        for (int i = 0; i < 100; i++) {
            append("car-" + thread, thread + ":" + i);
        }
    }

    private List<String> textsOf(String key) {
        return seen.stream()
                .filter(record -> record.key().equals(key))
                .map(LogFixture::text)
                .toList();
    }
}
