package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.PitVisits;
import dev.vitalcore.timing.domain.RaceOrder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A car's line in the standing of a race.
 *
 * @param inPit empty where the track has not both a pit entry and a pit exit
 */
public record RaceStanding(RaceOrder.Place place, Optional<Boolean> inPit) {
    /** What of each car it is told by. */
    static final Set<FactKind> KINDS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            FactKind.LAP,
                            FactKind.TRACK,
                            FactKind.PIT_PASSING,
                            // May be one of a pit gate.
                            FactKind.PASSING));

    /**
     * By position.
     *
     * @param books laps, passings of pit gates and track of each car
     */
    static List<RaceStanding> of(Map<EntryId, LapBook> books, OptionalLong flagTold, long atNanos) {
        return RaceOrder.at(books, flagTold, atNanos).stream()
                .map(place -> {
                    LapBook book = Objects.requireNonNull(books.get(place.entry()));
                    return new RaceStanding(place, new PitVisits(book).inPit(atNanos));
                })
                .toList();
    }
}
