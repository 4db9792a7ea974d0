package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
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

/** A race of cars of which each passing of the line is given in seconds. */
abstract class RaceOrderFixture {
    static final double NORTH = 45;

    private final Map<EntryId, LapBook> books = new TreeMap<>();

    List<Place> at(double seconds) {
        return RaceOrder.at(books, OptionalLong.empty(), TestLaps.nanos(seconds));
    }

    List<Place> at(double seconds, double flagTold) {
        return RaceOrder.at(
                books, OptionalLong.of(TestLaps.nanos(flagTold)), TestLaps.nanos(seconds));
    }

    static List<String> cars(List<Place> order) {
        return order.stream().map(place -> place.entry().car()).toList();
    }

    static Gap gap(List<Place> order, String car) {
        return order.stream()
                .filter(place -> place.entry().car().equals(car))
                .map(Place::gap)
                .findFirst()
                .orElseThrow();
    }

    static Gap time(double seconds) {
        return new Gap.Time(TestLaps.nanos(seconds));
    }

    LapBook book(String car) {
        return books.computeIfAbsent(EntryId.parse("race/" + car), any -> new LapBook());
    }

    /** From the grid at 0 s over the line at those times. */
    void passes(String car, double... seconds) {
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

    static DeclaredGate line(double north) {
        return new DeclaredGate(
                DeclaredGate.Kind.START_FINISH,
                "start-finish",
                new DeclaredGate.Point(north, 9, 0, 30));
    }

    static LapCompleted lap(
            String car, int number, int revision, double fromSeconds, double untilSeconds) {
        return lap(car, number, revision, fromSeconds, untilSeconds, Witness.GATE, 0);
    }

    static LapCompleted lap(
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
