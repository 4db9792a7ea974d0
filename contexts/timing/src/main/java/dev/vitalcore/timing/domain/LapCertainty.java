package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;

/**
 * Which laps are known well enough to be compared. One that is not stays listed and counted, but
 * nothing is measured by it: it is never best, nor are its sectors.
 */
public final class LapCertainty {
    /**
     * A lap that may be off by more is <em>uncertain</em>. Both ends of a lap together are known to
     * 0.02 s at 10 Hz, 0.13 s at 1 Hz and racing speed, and 0.1 s by a logger's lap counter; a
     * quarter of a second is beyond all of them, and less than what separates laps that somebody
     * would compare by eye.
     */
    public static final long LIMIT_NANOS = 250 * EpochNanos.PER_MILLI;

    private LapCertainty() {}

    /** Whether the time of a lap is too uncertain to measure others by. */
    public static boolean uncertain(LapCompleted lap) {
        return uncertain(lap.uncertaintyNanos());
    }

    /** Whether a time that may be off by so many nanoseconds is too uncertain. */
    static boolean uncertain(long uncertaintyNanos) {
        return uncertaintyNanos > LIMIT_NANOS;
    }
}
