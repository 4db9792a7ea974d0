package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The order of a race at the line, as it was known at a time: by passings of the line, of equal
 * ones the car that passed it first. Nothing that came after the time counts, and of each car
 * nothing after its first passing under the chequered flag. All cars are taken to have been
 * recorded from before the start.
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
     * @param lastLapNanos of the last lap from the line on the track to the line, a flying or an in
     *     lap, that is known well
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

        /**
         * The two were not seen at one line, or less than a lap apart at instants of which one is
         * uncertain.
         */
        record Unknown() implements Gap {}
    }

    /**
     * The cars in their order; those that have not passed the line last, by name.
     *
     * @param books laps and track of each car
     * @param flagTold when the chequered flag was told; empty where it was not
     */
    public static List<Place> at(Map<EntryId, LapBook> books, OptionalLong flagTold, long atNanos) {
        List<RaceRun> order = new ArrayList<>();
        books.forEach((entry, book) -> order.add(RaceRun.of(entry, book, atNanos)));
        if (flagTold.isPresent() && flagTold.getAsLong() <= atNanos) {
            long fell = ChequeredFlag.fell(order, flagTold.getAsLong());
            order.replaceAll(run -> run.untilFirstFrom(fell));
        }
        order.sort(RaceRun.ORDER);
        List<Place> places = new ArrayList<>();
        for (int index = 0; index < order.size(); index++) {
            RaceRun run = order.get(index);
            places.add(
                    new Place(
                            run.entry(),
                            index + 1,
                            run.count(),
                            index == 0 ? new Gap.None() : run.behind(order.getFirst(), atNanos),
                            index == 0 ? new Gap.None() : run.behind(order.get(index - 1), atNanos),
                            run.lastLap(),
                            run.bestLap()));
        }
        return places;
    }
}
