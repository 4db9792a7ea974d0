package dev.vitalcore.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} does; each adapter runs it against its real engine. */
public abstract class EventStoreContract extends EventStoreFixture {
    @Test
    void keepsAllThatAnEventSays() {
        NewEvent event = event("yellow");
        store.append(SPA, Expected.nothing(), List.of(event));

        RecordedEvent kept = store.read(SPA, 0, 10).getFirst();

        assertThat(kept.position()).isEqualTo(1);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.stream()).isEqualTo(SPA);
        assertThat(kept.recordedNanos()).isEqualTo(EpochNanos.of(now));
        assertThat(kept.event()).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void keepsEventsOverARestart() {
        store.append(SPA, Expected.nothing(), events("lap ", 3));

        if (survivesRestart()) {
            reopen();
        }

        assertThat(texts(SPA)).containsExactly("lap 0", "lap 1", "lap 2");
        assertThat(store.append(SPA, Expected.version(3), List.of(event("lap 3"))))
                .isEqualTo(new Appended(4, 4, false));
    }

    @Test
    void countsVersionsByStreamAndPositionsOverAll() {
        store.append(SPA, Expected.nothing(), events("spa ", 2));
        store.append(MONZA, Expected.nothing(), events("monza ", 2));

        AppendResult result = store.append(SPA, Expected.version(2), List.of(event("spa 2")));

        assertThat(result).isEqualTo(new Appended(5, 3, false));
        assertThat(store.end()).isEqualTo(5);
        assertThat(store.head(SPA).version()).isEqualTo(3);
        assertThat(store.head(new StreamName("session", "unknown")).version()).isZero();
    }

    @Test
    void keepsNothingWhenTheStreamIsNotAsExpected() {
        store.append(SPA, Expected.nothing(), events("spa ", 2));

        AppendResult result =
                store.append(SPA, Expected.version(1), events("decided by an old state ", 2));

        assertThat(result).isEqualTo(new VersionConflict(SPA, Expected.version(1), 2));
        assertThat(store.append(MONZA, Expected.version(1), events("monza ", 1)))
                .isEqualTo(new VersionConflict(MONZA, Expected.version(1), 0));
        assertThat(texts(SPA)).containsExactly("spa 0", "spa 1");
        assertThat(store.end()).isEqualTo(2);
    }

    @Test
    void appendsToWhateverIsThereWhenNothingIsExpected() {
        store.append(SPA, Expected.any(), events("first ", 1));
        store.append(SPA, Expected.any(), events("second ", 1));

        assertThat(texts(SPA)).containsExactly("first 0", "second 0");
    }

    @Test
    void answersARepeatedAppendAsTheFirstTime() {
        List<NewEvent> events = events("spa ", 2);
        store.append(SPA, Expected.nothing(), events);
        store.append(SPA, Expected.version(2), events("later ", 1));

        AppendResult again = store.append(SPA, Expected.nothing(), events);

        assertThat(again).isEqualTo(new Appended(2, 2, true));
        assertThat(store.end()).isEqualTo(3);
    }

    @Test
    void refusesAnIdThatStandsForSomethingElse() {
        NewEvent kept = event("yellow");
        store.append(SPA, Expected.nothing(), List.of(kept, event("green")));

        List<Fault> faults =
                List.of(
                        fault(() -> store.append(MONZA, Expected.any(), List.of(kept))),
                        fault(() ->
                                store.append(
                                        SPA, Expected.any(), List.of(event(kept.id(), "red")))),
                        fault(() -> store.append(SPA, Expected.any(), List.of(kept, event("new")))),
                        fault(() -> store.append(SPA, Expected.any(), List.of(event("new"), kept))),
                        fault(() ->
                                store.append(SPA, Expected.any(), List.of(event("green"), kept))));

        assertThat(faults)
                .allSatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("event-id-reused");
                    assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
                });
        assertThat(store.end()).isEqualTo(2);
    }

    @Test
    void refusesAnAppendOfNothingOfTooMuchAndOfTwins() {
        assertThatThrownBy(() -> store.append(SPA, Expected.any(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        store.append(SPA, Expected.any(), events("e", EventStore.APPEND_LIMIT + 1)))
                .hasMessageContaining("1001");
        assertThatThrownBy(() -> store.append(SPA, Expected.any(), List.of(event("a"), event("a"))))
                .hasMessageContaining("twice");
    }

    @Test
    void readsStreamsInPages() {
        store.append(SPA, Expected.nothing(), events("lap ", 5));

        assertThat(store.read(SPA, 0, 2))
                .extracting(RecordedEvent::version)
                .containsExactly(1L, 2L);
        assertThat(store.read(SPA, 2, 2))
                .extracting(RecordedEvent::version)
                .containsExactly(3L, 4L);
        assertThat(store.read(SPA, 4, 2)).extracting(RecordedEvent::version).containsExactly(5L);
        assertThat(store.read(SPA, 5, 2)).isEmpty();
        assertThat(store.read(MONZA, 0, 2)).isEmpty();
    }

    @Test
    void readsAllStreamsByPosition() {
        store.append(SPA, Expected.nothing(), events("spa ", 2));
        store.append(MONZA, Expected.nothing(), events("monza ", 1));
        store.append(SPA, Expected.version(2), events("spa again ", 1));

        assertThat(store.readAll(0, 10))
                .extracting(EventStoreFixture::text)
                .containsExactly("spa 0", "spa 1", "monza 0", "spa again 0");
        assertThat(store.readAll(1, 2)).extracting(RecordedEvent::position).containsExactly(2L, 3L);
        assertThat(store.readAll(4, 2)).isEmpty();
    }

    @Test
    void findsAnEventByItsId() {
        NewEvent event = event("yellow");
        store.append(SPA, Expected.nothing(), List.of(event));

        assertThat(store.find(event.id())).map(EventStoreFixture::text).contains("yellow");
        assertThat(store.find(event("unknown").id())).isEmpty();
    }

    @Test
    void listsItsStreams() {
        store.append(SPA, Expected.nothing(), events("spa ", 2));
        store.append(MONZA, Expected.nothing(), events("monza ", 1));
        store.append(new StreamName("saga", "opening"), Expected.nothing(), events("saga ", 1));

        assertThat(store.heads("", 10))
                .extracting(head -> head.stream() + "@" + head.version())
                .containsExactly("saga/opening@1", "session/monza-race@1", "session/spa-race@2");
        assertThat(store.heads("saga/opening", 1))
                .extracting(StreamHead::stream)
                .containsExactly(MONZA);
    }

    @Test
    void recordedTimeNeverGoesBack() {
        store.append(SPA, Expected.any(), events("before ", 1));
        now = now.minusSeconds(3_600);
        store.append(MONZA, Expected.any(), events("the clock was put back ", 1));
        now = now.plusSeconds(7_200);
        store.append(SPA, Expected.any(), events("after ", 1));

        List<Long> recorded =
                store.readAll(0, 10).stream().map(RecordedEvent::recordedNanos).toList();

        assertThat(recorded).isSorted();
        assertThat(recorded.get(1)).isEqualTo(recorded.get(0));
        assertThat(recorded.get(2)).isEqualTo(EpochNanos.of(now));
    }

    @Test
    void linksTheEventsOfAStream() {
        store.append(SPA, Expected.nothing(), events("spa ", 2));
        store.append(MONZA, Expected.nothing(), events("monza ", 1));
        store.append(SPA, Expected.version(2), events("spa again ", 1));

        ChainHash link = ChainHash.before(SPA);
        for (RecordedEvent event : store.read(SPA, 0, 10)) {
            link = link.next(event);
            assertThat(event.hash()).isEqualTo(link);
        }
        assertThat(store.head(SPA)).isEqualTo(new StreamHead(SPA, 3, link));
    }

    @Test
    void letsOneOfManyWinEachVersion() throws Exception {
        int writers = 4;
        int wins = 25;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(pool.submit(winning("writer " + writer, wins)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        List<RecordedEvent> kept = store.read(SPA, 0, 1_000);
        assertThat(kept).hasSize(writers * wins);
        assertThat(kept).extracting(RecordedEvent::version).isEqualTo(upTo(writers * wins));
        assertThat(store.readAll(0, 1_000))
                .extracting(RecordedEvent::position)
                .isEqualTo(upTo(writers * wins));
    }

    /** In memory there is nothing that could survive. */
    protected boolean survivesRestart() {
        return true;
    }

    private Callable<Integer> winning(String name, int wins) {
        return () -> {
            int won = 0;
            while (won < wins) {
                Expected expected = Expected.version(store.head(SPA).version());
                List<NewEvent> next = List.of(event(name + " wins " + won));
                won += store.append(SPA, expected, next) instanceof Appended ? 1 : 0;
            }
            return won;
        };
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
