package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.domain.RaceOrder.Gap;
import dev.vitalcore.timing.domain.RaceOrder.Place;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Where passings are not known well enough there are places and laps, but no seconds. */
class RaceOrderCertaintyTest extends RaceOrderFixture {
    @Test
    void passingsOfTwoLearnedLinesGiveNoSeconds() {
        passes("a", 10, 100, 190);
        passes("b", 40, 130, 220);
        passes("c", 11, 101, 191);
        learned("a", NORTH);
        learned("b", NORTH + 0.01);
        learned("c", NORTH + 5 / 111_000.0);

        List<Place> order = at(225);

        assertThat(cars(order)).containsExactly("a", "c", "b");
        assertThat(gap(order, "b")).isEqualTo(new Gap.Unknown());
        assertThat(order.getLast().interval()).isEqualTo(new Gap.Unknown());
        assertThat(order.getLast().laps()).isEqualTo(3);
        // Five metres apart is one line.
        assertThat(gap(order, "c")).isEqualTo(time(1));
    }

    @Test
    void whereACounterStepsNobodySays() {
        passes("a", 10, 100);
        passes("b", 11, 101);
        book("b").apply(lap("b", 2, 2, 11, 101, Witness.LAP_COUNTER, 0));

        assertThat(gap(at(102), "b")).isEqualTo(new Gap.Unknown());
        assertThat(gap(at(50), "b")).isEqualTo(time(1));
    }

    @Test
    void withoutALineThereAreNoSeconds() {
        passes("a", 10, 100);
        book("z").apply(lap("z", 1, 1, 0, 12, Witness.GATE, 0));

        assertThat(gap(at(50), "z")).isEqualTo(new Gap.Unknown());
    }

    /** As a race whose rows carry the times of their arrival: each lap is known to two seconds. */
    @Test
    void uncertainPassingsGiveAnOrderButNoSeconds() {
        for (String car : List.of("a", "b", "c")) {
            passes(car, 10 + car.charAt(0) - 'a', 100, 190);
            for (int lap = 1; lap <= 3; lap++) {
                LapCompleted sure = book(car).laps().get(lap - 1);
                book(car).apply(uncertain(sure, 2));
            }
        }
        book("c").apply(new Withdrawn(EntryId.parse("race/c"), 9, "lap/3"));
        book("c").apply(new Withdrawn(EntryId.parse("race/c"), 9, "lap/2"));

        List<Place> order = at(195);

        assertThat(cars(order)).containsExactly("a", "b", "c");
        assertThat(order.get(1).gap()).isEqualTo(new Gap.Unknown());
        assertThat(order.get(1).interval()).isEqualTo(new Gap.Unknown());
        // Whole laps are counted.
        assertThat(order.get(2).gap()).isEqualTo(new Gap.Laps(1));
        assertThat(order)
                .allSatisfy(place -> {
                    assertThat(place.lastLapNanos()).isEmpty();
                    assertThat(place.bestLapNanos()).isEmpty();
                });
    }

    @Test
    void oneUncertainEndIsEnough() {
        passes("a", 10, 100, 190);
        passes("b", 11, 101, 191);
        book("a").apply(uncertain(book("a").laps().get(1), 2));

        assertThat(gap(at(150), "b")).isEqualTo(new Gap.Unknown());
        assertThat(gap(at(50), "b")).isEqualTo(time(1));
        assertThat(gap(at(192), "b")).isEqualTo(time(1));
    }

    /** Its passings are of a line that was found in its own trace. */
    private void learned(String car, double north) {
        EntryId entry = EntryId.parse("race/" + car);
        book(car).apply(new TrackAdopted(entry, 2, List.of(line(north)), Witness.LEARNED_GATE));
        for (LapCompleted known : book(car).laps()) {
            book(car)
                    .apply(
                            new LapCompleted(
                                    entry,
                                    2,
                                    known.number(),
                                    known.kind(),
                                    known.startNanos(),
                                    known.durationNanos(),
                                    List.of(),
                                    Witness.LEARNED_GATE,
                                    0,
                                    OptionalInt.empty()));
        }
    }

    private static LapCompleted uncertain(LapCompleted lap, double seconds) {
        return new LapCompleted(
                lap.entry(),
                lap.revision() + 1,
                lap.number(),
                lap.kind(),
                lap.startNanos(),
                lap.durationNanos(),
                List.of(),
                lap.endedBy(),
                TestLaps.nanos(seconds),
                OptionalInt.empty());
    }
}
