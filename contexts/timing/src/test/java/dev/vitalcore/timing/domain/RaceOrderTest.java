package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.domain.RaceOrder.Gap;
import dev.vitalcore.timing.domain.RaceOrder.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RaceOrderTest {
    private static final double NORTH = 45;

    private final Map<EntryId, LapBook> books = new TreeMap<>();

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

    @Test
    void theLastLapIsOneFromTheLineOnTheTrackToTheLine() {
        passes("a", 10, 100);
        book("a").apply(lap("a", LapKind.IN, 3, 100, 195));
        assertThat(at(200).getFirst().lastLapNanos()).hasValue(TestLaps.nanos(95));

        book("a").apply(lap("a", LapKind.OUT, 4, 195, 320));
        assertThat(at(320).getFirst().lastLapNanos()).hasValue(TestLaps.nanos(95));
        assertThat(at(50).getFirst().lastLapNanos()).isEmpty();
    }

    @Test
    void theRaceOfACarEndsWhereItPassesTheLineFirstUnderTheChequeredFlag() {
        passes("winner", 10, 100, 190);
        passes("second", 11, 102, 193, 290);
        passes("lapped", 12, 130, 240, 340);

        List<Place> order = at(350, 190.2);

        assertThat(cars(order)).containsExactly("winner", "second", "lapped");
        assertThat(order).extracting(Place::laps).containsExactly(3, 3, 3);
        assertThat(gap(order, "second")).isEqualTo(time(3));
        assertThat(gap(order, "lapped")).isEqualTo(time(50));
        // Without the flag the second, which drove on, would lead.
        assertThat(cars(at(350))).containsExactly("second", "lapped", "winner");
        // Told later, it is not known yet.
        assertThat(cars(at(295, 300))).containsExactly("second", "winner", "lapped");
    }

    @Test
    void whoEndsTheRaceALapShortIsALapBehind() {
        passes("winner", 10, 100, 190, 280);
        passes("lapped", 12, 130, 285, 400);

        List<Place> order = at(500, 280.1);

        assertThat(order).extracting(Place::laps).containsExactly(4, 3);
        assertThat(gap(order, "lapped")).isEqualTo(new Gap.Laps(1));
    }

    @Test
    void theFlagFellForTheWinnerAndNotForALappedCarBeforeItNorForTheSecondAfterIt() {
        passes("winner", 10, 100, 190, 279.5, 370);
        passes("second", 11, 101, 191, 280, 371);
        passes("lapped", 12, 130, 279, 390);

        List<Place> order = at(400, 280.1);

        assertThat(order).extracting(Place::laps).containsExactly(4, 4, 4);
        assertThat(cars(order)).containsExactly("winner", "second", "lapped");
        assertThat(gap(order, "second")).isEqualTo(time(0.5));
    }

    @Test
    void aFlagThatIsToldWhileNobodyPassesFellWhenItWasTold() {
        passes("a", 10, 100, 190);
        passes("b", 11, 102, 193);

        assertThat(at(200, 150)).extracting(Place::laps).containsExactly(3, 3);
        assertThat(at(200, 101)).extracting(Place::laps).containsExactly(2, 2);
    }

    private List<Place> at(double seconds) {
        return RaceOrder.at(books, OptionalLong.empty(), TestLaps.nanos(seconds));
    }

    private List<Place> at(double seconds, double flagTold) {
        return RaceOrder.at(
                books, OptionalLong.of(TestLaps.nanos(flagTold)), TestLaps.nanos(seconds));
    }

    private static List<String> cars(List<Place> order) {
        return order.stream().map(place -> place.entry().car()).toList();
    }

    private static Gap gap(List<Place> order, String car) {
        return order.stream()
                .filter(place -> place.entry().car().equals(car))
                .map(Place::gap)
                .findFirst()
                .orElseThrow();
    }

    private static Gap time(double seconds) {
        return new Gap.Time(TestLaps.nanos(seconds));
    }

    private LapBook book(String car) {
        return books.computeIfAbsent(EntryId.parse("race/" + car), any -> new LapBook());
    }

    /** From the grid at 0 s over the line at those times. */
    private void passes(String car, double... seconds) {
        declared(car, NORTH);
        double[] from = new double[seconds.length];
        System.arraycopy(seconds, 0, from, 1, seconds.length - 1);
        for (int lap = 1; lap <= seconds.length; lap++) {
            book(car).apply(lap(car, lap, 1, from[lap - 1], seconds[lap - 1]));
        }
        assertThat(Arrays.stream(seconds).sorted().toArray()).isEqualTo(seconds);
    }

    private void declared(String car, double north) {
        book(car)
                .apply(
                        new TrackAdopted(
                                EntryId.parse("race/" + car),
                                1,
                                List.of(line(north)),
                                Witness.GATE));
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

    private static DeclaredGate line(double north) {
        return new DeclaredGate(
                DeclaredGate.Kind.START_FINISH,
                "start-finish",
                new DeclaredGate.Point(north, 9, 0, 30));
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

    private static LapCompleted lap(
            String car, int number, int revision, double fromSeconds, double untilSeconds) {
        return lap(car, number, revision, fromSeconds, untilSeconds, Witness.GATE, 0);
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

    private static LapCompleted lap(
            String car,
            int number,
            int revision,
            double fromSeconds,
            double untilSeconds,
            Witness endedBy,
            long uncertaintyNanos) {
        return new LapCompleted(
                EntryId.parse("race/" + car),
                revision,
                number,
                number == 1 ? LapKind.OUT : LapKind.FLYING,
                TestLaps.nanos(fromSeconds),
                TestLaps.nanos(untilSeconds) - TestLaps.nanos(fromSeconds),
                List.of(),
                endedBy,
                uncertaintyNanos,
                OptionalInt.empty());
    }
}
