package dev.vitalcore.streams;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the state of an entry is kept after its last block, in processing time: whether a car
 * will come back is a question of the wall clock, also where an old recording is replayed.
 *
 * <p>Both ways cost something. While it is kept, the state (about 1.5 MB a source that has not
 * ended, 5 KB for one that has) is written with every checkpoint. Once it is gone, a further block
 * of the entry begins anew, at lap 1: its events carry the ids of the first ones, so that consumers
 * ignore them or, where a revision is higher, take them in their place.
 *
 * @param afterEnd where every source of the entry has sent its last block
 * @param afterSilence where a source has fallen silent without a last block
 */
record StateRetention(Duration afterEnd, Duration afterSilence) implements Serializable {
    /**
     * As long as the log keeps blocks: within that, nothing of a car that comes back, in the
     * afternoon or from a late upload, is taken for something else.
     */
    static final StateRetention DEFAULT =
            new StateRetention(Duration.ofDays(7), Duration.ofDays(7));

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
