package dev.vitalcore.kafka;

import java.util.List;
import java.util.OptionalLong;

/**
 * Records that a reader has still before it, as last known. A partition tells its own only after
 * its first answer, and not to know is not to have nothing before oneself. Written by one thread.
 */
final class Lag {
    private volatile long records;

    long records() {
        return records;
    }

    /** As it was asked for at the beginning. */
    void begin(long behind) {
        records = behind;
    }

    /** Nothing was handled since. */
    void measure(List<OptionalLong> ofPartitions, int inHand) {
        if (isKnown(ofPartitions)) {
            records = inHand + sum(ofPartitions);
        }
    }

    void measureAfterHandling(List<OptionalLong> ofPartitions, int handled) {
        records = isKnown(ofPartitions) ? sum(ofPartitions) : Math.max(0, records - handled);
    }

    private static boolean isKnown(List<OptionalLong> ofPartitions) {
        return ofPartitions.stream().allMatch(OptionalLong::isPresent);
    }

    private static long sum(List<OptionalLong> ofPartitions) {
        return ofPartitions.stream().mapToLong(lag -> lag.orElse(0)).sum();
    }
}
