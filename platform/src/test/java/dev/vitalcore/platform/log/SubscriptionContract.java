package dev.vitalcore.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Subscription} must do, whatever engine is behind it. */
public abstract class SubscriptionContract extends LogFixture {
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
            assertThat(seen).extracting(LogFixture::text).containsExactlyInAnyOrder("new", "newer");
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
        assertThat(seen).extracting(LogFixture::text).containsExactly("one");
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

    private static void waitFor(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }
}
