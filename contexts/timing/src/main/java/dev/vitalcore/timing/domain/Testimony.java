package dev.vitalcore.timing.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What one witness says of the whole session: the passings it saw, and when it could not see.
 *
 * @param passings in order of time
 * @param unseen stretches in which it knows that a passing happened but not when
 * @param holes stretches in which it saw nothing
 * @param from it sees from here on
 * @param until and up to here
 */
record Testimony(
        List<Passing> passings, List<Stretch> unseen, List<Stretch> holes, long from, long until) {
    Testimony {
        passings = List.copyOf(passings);
        unseen = List.copyOf(unseen);
        holes = List.copyOf(holes);
    }

    /** A stretch of time. */
    record Stretch(long from, long to) {
        boolean contains(long time) {
            return from <= time && time <= to;
        }
    }

    /** Whether the witness would have seen a passing at that time. */
    boolean sees(long time) {
        return from <= time
                && time <= until
                && holes.stream().noneMatch(hole -> hole.contains(time))
                && unseen.stream().noneMatch(hole -> hole.contains(time));
    }

    /** Drops passings that follow another one too soon to be a lap. */
    static List<Passing> spaced(List<Passing> passings) {
        List<Passing> kept = new ArrayList<>();
        for (Passing passing : passings) {
            if (kept.isEmpty() || passing.at() - kept.getLast().at() >= Passing.LEAST_LAP_NANOS) {
                kept.add(passing);
            }
        }
        return kept;
    }
}
