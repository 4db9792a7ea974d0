package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The order of a race at the line, as it was known at a time: by passings of the line, of equal
 * ones the car that passed it first. Nothing that came after the time counts. All cars are taken to
 * have been recorded from before the start.
 */
public final class RaceOrder {
    private RaceOrder() {}

    /**
     * The place of a car.
     *
     * @param position from 1
     * @param laps passings of the line, the first one after the start included
     * @param gap to the leader
     * @param interval to the car ahead
     * @param lastLapNanos of the last whole lap; empty before one is complete
     * @param bestLapNanos the fastest flying lap so far that is known well
     */
    public record Place(
            EntryId entry,
            int position,
            int laps,
            Gap gap,
            Gap interval,
            OptionalLong lastLapNanos,
            OptionalLong bestLapNanos) {}

    /** How far a car is behind another one. */
    public sealed interface Gap {
        /** The other one is itself, or the car has not passed the line yet. */
        record None() implements Gap {}

        /**
         * At the line, when the car passed it last; at least as long as the other one has passed it
         * again since.
         */
        record Time(long nanos) implements Gap {}

        /** Whole laps. */
        record Laps(int laps) implements Gap {}
    }

    /** The cars in their order; those that have not passed the line last, by name. */
    public static List<Place> at(Map<EntryId, List<LapCompleted>> laps, long atNanos) {
        List<Run> order = new ArrayList<>();
        laps.forEach((entry, driven) -> order.add(Run.of(entry, driven, atNanos)));
        order.sort(Run.ORDER);
        List<Place> places = new ArrayList<>();
        for (int index = 0; index < order.size(); index++) {
            Run run = order.get(index);
            places.add(
                    new Place(
                            run.entry,
                            index + 1,
                            run.passings.size(),
                            index == 0 ? new Gap.None() : run.behind(order.getFirst(), atNanos),
                            index == 0 ? new Gap.None() : run.behind(order.get(index - 1), atNanos),
                            run.lastLap(),
                            run.bestLap()));
        }
        return places;
    }

    /**
     * What is known of a car at the time.
     *
     * @param passings of the line, ascending
     * @param laps over by then, that ended at the line
     */
    private record Run(EntryId entry, List<Long> passings, List<LapCompleted> laps) {
        static final Comparator<Run> ORDER =
                Comparator.<Run>comparingInt(run -> -run.passings.size())
                        .thenComparing(Run::firstDifference)
                        .thenComparing(Run::entry);

        static Run of(EntryId entry, List<LapCompleted> driven, long atNanos) {
            List<LapCompleted> laps =
                    driven.stream()
                            .filter(lap -> lap.endedBy() != Witness.RECORDING)
                            .filter(lap -> end(lap) <= atNanos)
                            .sorted(Comparator.comparingLong(Run::end))
                            .toList();
            return new Run(entry, laps.stream().map(Run::end).toList(), laps);
        }

        private static long end(LapCompleted lap) {
            return lap.startNanos() + lap.durationNanos();
        }

        /** The last passing; of equal ones the passing before tells who was ahead, and so on. */
        private static int firstDifference(Run one, Run other) {
            for (int index = one.passings.size() - 1; index >= 0; index--) {
                int compared = Long.compare(one.passings.get(index), other.passings.get(index));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        }

        /**
         * A car is laps down when the other one had passed the line as often and once more before
         * it did; one that stopped, when the other one has gone round without it since.
         */
        Gap behind(Run ahead, long atNanos) {
            int count = passings.size();
            if (count == 0) {
                return new Gap.None();
            }
            long last = passings.getLast();
            int then = (int) ahead.passings.stream().filter(time -> time <= last).count();
            int laps = Math.max(then - count, ahead.passings.size() - count - 1);
            if (laps > 0) {
                return new Gap.Laps(laps);
            }
            long atLine = last - ahead.passings.get(count - 1);
            // The other one has passed the line again, and this one is not there yet.
            long awaited = ahead.passings.size() > count ? atNanos - ahead.passings.get(count) : 0;
            return new Gap.Time(Math.max(atLine, awaited));
        }

        OptionalLong lastLap() {
            return laps.stream()
                    .filter(lap -> lap.kind() != LapKind.PARTIAL)
                    .mapToLong(LapCompleted::durationNanos)
                    .reduce((before, after) -> after);
        }

        OptionalLong bestLap() {
            return laps.stream()
                    .filter(lap -> lap.kind() == LapKind.FLYING && !LapCertainty.uncertain(lap))
                    .mapToLong(LapCompleted::durationNanos)
                    .min();
        }
    }
}
