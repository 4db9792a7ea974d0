package dev.vitalcore.contracts.telemetry;

import dev.vitalcore.kernel.EpochNanos;

/**
 * A hole: two samples of a channel lie so far apart that nothing is known between them, and no
 * value is drawn over it. How far that is depends on what the values are for.
 */
public final class Holes {
    /**
     * For calculations and laps: slow channels come once a second or so, some every few seconds.
     */
    public static final double WIDEST_BRIDGED_S = 5;

    public static final long WIDEST_BRIDGED_NANOS = EpochNanos.ofSeconds(WIDEST_BRIDGED_S);

    /**
     * For frames: shorter, because they place cars, which in that time drive 200 m and round a
     * corner.
     */
    public static final long IN_FRAMES_NANOS = 2_500_000_000L;

    private static final long PERIODS_IN_A_TABLE = 3;

    private Holes() {}

    /**
     * For exports, which must not have more than was recorded: three periods of the channel, at
     * most 5 s.
     *
     * @param periodNanos between samples; 0 where it is not fixed, so a long step is no sign of one
     */
    public static long inTablesNanos(long periodNanos) {
        return periodNanos == 0
                ? WIDEST_BRIDGED_NANOS
                : Math.min(WIDEST_BRIDGED_NANOS, PERIODS_IN_A_TABLE * periodNanos);
    }
}
