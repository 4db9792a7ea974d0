package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import java.util.List;

/**
 * Which laps are known well enough to be compared. One that is not stays listed and counted, but
 * nothing is measured by it: it gives no position, no gap, no best sectors. It is the best of its
 * car only where that has no lap that is known better, and is then called uncertain.
 */
public final class LapCertainty {
    /**
     * A lap that may be off by more is <em>uncertain</em>. Both ends of a lap together are known to
     * 0.02 s at 10 Hz, 0.12 s at 1 Hz and racing speed, and 0.1 s by a logger's lap counter; a
     * quarter of a second is beyond all of them, and less than what separates laps that somebody
     * would compare by eye.
     */
    public static final long LIMIT_NANOS = 250 * EpochNanos.PER_MILLI;

    /** What is known no better is not even shown as a best. */
    private static final long SHOWN_NANOS = 2_500 * EpochNanos.PER_MILLI;

    private LapCertainty() {}

    /**
     * The laps that may be compared with each other: those known well, or where the entry has none,
     * those known as well as its surest one, as long as that tells anything at all.
     */
    static List<LapCompleted> comparable(List<LapCompleted> laps) {
        long surest =
                laps.stream().mapToLong(LapCompleted::uncertaintyNanos).min().orElse(LIMIT_NANOS);
        long limit = surest <= SHOWN_NANOS ? Math.max(LIMIT_NANOS, surest) : LIMIT_NANOS;
        return laps.stream().filter(lap -> lap.uncertaintyNanos() <= limit).toList();
    }

    /** Whether the time of a lap is too uncertain to measure others by. */
    public static boolean uncertain(LapCompleted lap) {
        return uncertain(lap.uncertaintyNanos());
    }

    /** Whether a time that may be off by so many nanoseconds is too uncertain. */
    static boolean uncertain(long uncertaintyNanos) {
        return uncertaintyNanos > LIMIT_NANOS;
    }
}
