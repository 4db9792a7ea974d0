package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.platform.log.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What following a store does, whatever engine is behind it. */
public abstract class EventSubscriptionContract extends EventStoreFixture {
    private final List<RecordedEvent> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givesWhatIsThereAndThenWhatComes() {
        store.append(SPA, Expected.nothing(), events("before ", 3));

        try (Subscription reader = store.subscribe(1, seen::addAll)) {
            await().atMost(SOON).until(() -> seen.size() == 2);
            store.append(MONZA, Expected.nothing(), events("after ", 2));

            await().atMost(SOON).until(() -> seen.size() == 4);
            await().atMost(SOON).until(() -> reader.lag() == 0);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen).extracting(RecordedEvent::position).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void givesFailedEventsAgainAndTellsWhy() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        store.append(SPA, Expected.nothing(), events("lap ", 2));

        try (Subscription reader =
                store.subscribe(
                        0,
                        events -> {
                            calls.incrementAndGet();
                            if (mended.getCount() > 0) {
                                throw new IllegalStateException("the view is broken");
                            }
                            seen.addAll(events);
                        })) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(reader.failure())
                                    .hasValueSatisfying(
                                            why -> assertThat(why).contains("the view is broken")));
            assertThat(reader.lag()).isEqualTo(2);
            mended.countDown();
            await().atMost(SOON).until(() -> seen.size() == 2);
            await().atMost(SOON).until(() -> reader.failure().isEmpty());
        }
        assertThat(calls.get()).isGreaterThan(1);
    }

    @Test
    void missesNothingWhileManyAppend() throws Exception {
        try (Subscription reader = store.subscribe(0, seen::addAll)) {
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                StreamName stream = new StreamName("session", "s" + writer);
                writers.add(Thread.ofVirtual().start(() -> appendSingly(stream)));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            await().atMost(SOON).until(() -> seen.size() >= 80);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(seen).extracting(RecordedEvent::position).doesNotHaveDuplicates().isSorted();
        assertThat(seen).hasSize(80);
    }

    @Test
    void givesNothingAfterItIsClosed() {
        Subscription reader = store.subscribe(0, seen::addAll);
        store.append(SPA, Expected.nothing(), events("before ", 1));
        await().atMost(SOON).until(() -> seen.size() == 1);

        reader.close();
        store.append(SPA, Expected.version(1), events("after ", 1));

        try (Subscription second = store.subscribe(1, events -> {})) {
            await().atMost(SOON).until(() -> second.lag() == 0);
        }
        assertThat(seen).hasSize(1);
    }

    private void appendSingly(StreamName stream) {
        for (int i = 0; i < 20; i++) {
            store.append(stream, Expected.version(i), List.of(event(stream + " " + i)));
        }
    }
}
