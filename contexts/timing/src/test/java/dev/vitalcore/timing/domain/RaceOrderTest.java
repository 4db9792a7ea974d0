package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.domain.RaceOrder.Gap;
import dev.vitalcore.timing.domain.RaceOrder.Place;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Who is before whom, and by how much, as the cars pass the line. */
class RaceOrderTest extends RaceOrderFixture {
    @Test
    void orderIsByLapsAndThenByWhoPassedTheLineFirst() {
        passes("a", 10, 100, 190);
        passes("b", 11, 99, 188.5);
        passes("c", 12, 103);

        List<Place> order = at(195);

        assertThat(cars(order)).containsExactly("b", "a", "c");
        assertThat(order).extracting(Place::position).containsExactly(1, 2, 3);
        assertThat(order).extracting(Place::laps).containsExactly(3, 3, 2);
        assertThat(order.get(0).gap()).isEqualTo(new Gap.None());
        assertThat(order.get(1).gap()).isEqualTo(time(1.5));
        // The leader passed the line again 6.5 s ago; at 103 s c was 4 s behind it.
        assertThat(order.get(2).gap()).isEqualTo(time(6.5));
        assertThat(at(190).get(2).gap()).isEqualTo(time(4));
        assertThat(at(190).get(2).interval()).isEqualTo(time(3));
    }

    @Test
    void whatHappensLaterIsNotKnown() {
        passes("a", 10, 100, 190);
        passes("b", 11, 99, 188.5);

        List<Place> order = at(99.5);

        assertThat(cars(order)).containsExactly("b", "a");
        assertThat(order).extracting(Place::laps).containsExactly(2, 1);
        assertThat(order.get(0).lastLapNanos()).hasValue(TestLaps.nanos(88));
        assertThat(order.get(1).bestLapNanos()).isEmpty();
        assertThat(order.get(1).gap()).isEqualTo(time(0.5));
    }

    @Test
    void aLappedCarIsLapsBehind() {
        passes("fast", 10, 60, 110, 160, 210);
        passes("slow", 12, 115, 218);

        List<Place> order = at(220);

        assertThat(order.get(1).gap()).isEqualTo(new Gap.Laps(2));
        assertThat(order.get(1).interval()).isEqualTo(new Gap.Laps(2));
    }

    @Test
    void ofEqualTimesTheOneThatWasAheadBeforeIsAhead() {
        passes("a", 12, 100, 190);
        passes("b", 11, 101, 190);
        passes("c", 10, 101, 190);

        List<Place> order = at(190);

        assertThat(cars(order)).containsExactly("a", "c", "b");
        assertThat(order.get(1).gap()).isEqualTo(time(0));
    }

    @Test
    void aCarThatStoppedFallsBackByLaps() {
        passes("a", 10, 100, 190, 280, 370);
        passes("stopped", 9, 98);
        passes("c", 12, 104, 197, 288, 380);

        assertThat(cars(at(99))).containsExactly("stopped", "a", "c");
        assertThat(gap(at(191), "stopped")).isEqualTo(time(1));
        assertThat(gap(at(285), "stopped")).isEqualTo(new Gap.Laps(1));
        assertThat(gap(at(400), "stopped")).isEqualTo(new Gap.Laps(2));
        assertThat(cars(at(400))).containsExactly("a", "c", "stopped");
    }

    @Test
    void aCorrectedLapCountsAsCorrected() {
        passes("a", 10, 100);
        passes("b", 11, 101);
        book("b").apply(lap("b", 2, 2, 11, 99));

        assertThat(cars(at(102))).containsExactly("b", "a");
    }

    @Test
    void aPieceThatEndsWithTheRecordingIsNoPassing() {
        passes("a", 10, 100);
        passes("b", 11);
        book("b")
                .apply(
                        new LapCompleted(
                                EntryId.parse("race/b"),
                                1,
                                2,
                                LapKind.PARTIAL,
                                TestLaps.nanos(11),
                                TestLaps.nanos(20),
                                List.of(),
                                Witness.RECORDING,
                                0,
                                OptionalInt.empty()));

        assertThat(at(102)).extracting(Place::laps).containsExactly(2, 1);
    }

    @Test
    void aCarThatHasNotStartedIsLastAndHasNoGap() {
        passes("a", 10);
        book("z");

        List<Place> order = at(50);

        assertThat(cars(order)).containsExactly("a", "z");
        assertThat(order.getLast().gap()).isEqualTo(new Gap.None());
        assertThat(order.getLast().lastLapNanos()).isEmpty();
    }

    @Test
    void theLastLapIsOneFromTheLineOnTheTrackToTheLine() {
        passes("a", 10, 100);
        book("a").apply(lap("a", LapKind.IN, 3, 100, 195));
        assertThat(at(200).getFirst().lastLapNanos()).hasValue(TestLaps.nanos(95));

        book("a").apply(lap("a", LapKind.OUT, 4, 195, 320));
        assertThat(at(320).getFirst().lastLapNanos()).hasValue(TestLaps.nanos(95));
        assertThat(at(50).getFirst().lastLapNanos()).isEmpty();
    }

    private static LapCompleted lap(
            String car, LapKind kind, int number, double fromSeconds, double untilSeconds) {
        LapCompleted lap = lap(car, number, 1, fromSeconds, untilSeconds);
        return new LapCompleted(
                lap.entry(),
                1,
                number,
                kind,
                lap.startNanos(),
                lap.durationNanos(),
                List.of(),
                Witness.GATE,
                0,
                OptionalInt.empty());
    }
}
