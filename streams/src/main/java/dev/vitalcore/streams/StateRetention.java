package dev.vitalcore.streams;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the state of an entry is kept after its last block, in processing time: whether a car
 * will come back is a question of the wall clock, also where an old recording is replayed.
 *
 * <p>A block that comes after the state has gone begins anew. Its events carry the ids of the first
 * ones, so consumers ignore them: nothing wrong is stated, but that block corrects nothing either.
 * Hence the generous times; what they cost is memory, at most some megabytes an entry.
 *
 * @param afterEnd where every source of the entry has sent its last block
 * @param afterSilence where a source has fallen silent without a last block
 */
record StateRetention(Duration afterEnd, Duration afterSilence) implements Serializable {
    /** A car may come back from a long repair in the same session; nobody is silent for a day. */
    static final StateRetention DEFAULT =
            new StateRetention(Duration.ofHours(6), Duration.ofHours(24));

    StateRetention {
        if (afterEnd.isNegative() || afterEnd.isZero() || afterSilence.compareTo(afterEnd) < 0) {
            throw new IllegalArgumentException(
                    "state retention "
                            + afterEnd
                            + " after the end, "
                            + afterSilence
                            + " after silence: the first must be positive, the second no shorter");
        }
    }
}
