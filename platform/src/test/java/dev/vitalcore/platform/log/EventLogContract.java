package dev.vitalcore.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} must do, whatever engine is behind it. */
public abstract class EventLogContract {
    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Queue<LogRecord> seen = new ConcurrentLinkedQueue<>();
    private String topic = "";
    private EventLog log;

    /** Opens the log under test; topics of earlier tests may be in it. */
    protected abstract EventLog open();

    @BeforeEach
    void openWithAFreshTopic() {
        log = open();
        topic = "contract." + getClass().getSimpleName() + "." + TOPICS.incrementAndGet();
        log.ensureTopic(new TopicSpec(topic, 3, Duration.ofDays(7)));
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

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
    void readsFromTheOffsetsGivenAndOtherPartitionsFromTheirBeginning() {
        List<LogPosition> positions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            positions.add(append("car-" + i % 20, Integer.toString(i)));
        }
        int partition = positions.get(0).partition();
        long end = log.endOffsets(topic).get(partition);

        try (Subscription reader = log.readFrom(topic, Map.of(partition, end - 1), seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 60 - (int) (end - 1));
            await().atMost(SOON).until(() -> reader.lag() == 0);
        }
        assertThat(seen)
                .filteredOn(record -> record.partition() == partition)
                .singleElement()
                .extracting(LogRecord::offset)
                .isEqualTo(end - 1);
    }

    @Test
    void readsOnlyWhatIsNewWhenAskedTo() {
        append("spa/a", "old");

        try (Subscription reader = log.readNew(topic, seen::addAll)) {
            append("spa/a", "new");
            append("spa/b", "newer");

            await().atMost(SOON).until(() -> seen.size() == 2);
            assertThat(seen)
                    .extracting(EventLogContract::text)
                    .containsExactlyInAnyOrder("new", "newer");
            assertThat(reader.failure()).isEmpty();
        }
    }

    @Test
    void givesAFailedBatchAgainAndTellsWhy() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        append("spa/a", "one");

        try (Subscription reader =
                log.readFrom(
                        topic,
                        Map.of(),
                        batch -> {
                            calls.incrementAndGet();
                            if (mended.getCount() > 0) {
                                throw new IllegalStateException("the store is down");
                            }
                            seen.addAll(batch);
                        })) {
            await().atMost(SOON).until(() -> calls.get() >= 2);
            assertThat(reader.failure()).get().asString().contains("the store is down");
            assertThat(reader.lag()).isEqualTo(1);

            mended.countDown();

            await().atMost(SOON).until(() -> reader.failure().isEmpty());
            await().atMost(SOON).until(() -> reader.lag() == 0);
        }
        assertThat(seen).extracting(EventLogContract::text).containsExactly("one");
    }

    /** A second reader shows how often the closed one would have been called meanwhile. */
    @Test
    void endsWhileABatchFails() {
        append("spa/a", "one");
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger callsOfAnother = new AtomicInteger();
        Subscription reader = readFailing(calls);
        try (Subscription another = readFailing(callsOfAnother)) {
            await().atMost(SOON).until(() -> calls.get() > 0 && callsOfAnother.get() > 0);

            reader.close();

            int callsAtClose = calls.get();
            int retries = callsOfAnother.get() + 5;
            append("spa/a", "two");
            await().atMost(SOON).until(() -> callsOfAnother.get() >= retries);
            assertThat(calls).hasValue(callsAtClose);
            assertThat(another.failure()).isPresent();
        }
    }

    @Test
    void waitsForTheBatchInHandWhenClosed() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        append("spa/a", "one");
        Subscription reader =
                log.readFrom(
                        topic,
                        Map.of(),
                        batch -> {
                            began.countDown();
                            waitFor(goOn);
                            seen.addAll(batch);
                        });
        waitFor(began);
        AtomicInteger seenAtClose = new AtomicInteger();

        Thread closer =
                Thread.ofPlatform()
                        .start(() -> {
                            reader.close();
                            seenAtClose.set(seen.size());
                        });
        await().atMost(SOON).until(() -> waitsOrIsOver(closer));
        goOn.countDown();
        closer.join();

        assertThat(seenAtClose).hasValue(1);
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
        assertThat(seen).extracting(EventLogContract::text).doesNotHaveDuplicates();
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

    @Test
    void refusesAReaderThatIsAheadOfTheLog() {
        append("spa/a", "one");

        assertThatThrownBy(() -> log.readFrom(topic, Map.of(0, 1_000L), seen::addAll))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT));
    }

    @Test
    void failsToReadATopicThatDoesNotExist() {
        assertThatThrownBy(() -> log.readFrom("no.such.topic", Map.of(), seen::addAll))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("topic-missing"));
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

    private Subscription readFailing(AtomicInteger calls) {
        return log.readFrom(
                topic,
                Map.of(),
                batch -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("the store is down");
                });
    }

    private static boolean waitsOrIsOver(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    private void appendMany(int thread) {
        for (int i = 0; i < 100; i++) {
            append("car-" + thread, thread + ":" + i);
        }
    }

    private LogPosition append(String key, String text) {
        return later(key, text).join();
    }

    private CompletableFuture<LogPosition> later(String key, String text) {
        return log.append(topic, key, text.getBytes(StandardCharsets.UTF_8)).toCompletableFuture();
    }

    private List<String> textsOf(String key) {
        return seen.stream()
                .filter(record -> record.key().equals(key))
                .map(EventLogContract::text)
                .toList();
    }

    private static void waitFor(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    private static String text(LogRecord record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
