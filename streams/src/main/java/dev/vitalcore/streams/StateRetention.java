package dev.vitalcore.streams;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the state of an entry is kept after its last block, in processing time: whether a car
 * will come back is a question of the wall clock, also where an old recording is replayed.
 *
 * <p>Both ways cost something. While it is kept, the state (about 1.5 MB a source) is written with
 * every checkpoint. Once it is gone, a further block of the entry begins anew; its events carry the
 * ids of the first ones, so that consumers ignore them: nothing wrong is stated, but nothing new
 * either.
 *
 * @param afterEnd where every source of the entry has sent its last block
 * @param afterSilence where a source has fallen silent without a last block
 */
record StateRetention(Duration afterEnd, Duration afterSilence) implements Serializable {
    /**
     * The recordings of one car are imported one after the other, within the hour. A logger that is
     * switched off for a repair does not send a last block, and nobody repairs longer than a day.
     */
    static final StateRetention DEFAULT =
            new StateRetention(Duration.ofHours(1), Duration.ofHours(24));

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
