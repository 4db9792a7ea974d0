package dev.vitalcore.contracts.saga;

import java.time.Duration;

/**
 * How often something is tried, and how long each try may take. The pause after the first failure
 * is doubled after each further one, up to the longest. Durations in nanoseconds, so that they
 * stand in an event as they are.
 *
 * @param most tries; 0: it is never tried
 * @param firstPauseNanos after the first failure
 * @param longestPauseNanos the cap
 * @param timeoutNanos after which a try counts as failed
 */
public record AttemptLimits(
        int most, long firstPauseNanos, long longestPauseNanos, long timeoutNanos) {
    /** Most tries that can be had; a step that needs more is a saga of its own. */
    public static final int LIMIT = 100;

    /** For what is never tried. */
    public static final AttemptLimits NEVER = new AttemptLimits(0, 0, 0, 0);

    private static final long LONGEST_NANOS = Duration.ofDays(30).toNanos();

    public AttemptLimits {
        if (most < 0 || most > LIMIT) {
            throw new IllegalArgumentException(most + " attempts are not possible: 0 to " + LIMIT);
        }
        requireDuration("first pause", firstPauseNanos, 0);
        requireDuration("longest pause", longestPauseNanos, firstPauseNanos);
        requireDuration("time-out", timeoutNanos, most == 0 ? 0 : 1);
    }

    /**
     * @param most tries, at least 1
     */
    public static AttemptLimits of(
            int most, Duration firstPause, Duration longestPause, Duration timeout) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    most + " attempts are not possible: at least 1, or NEVER");
        }
        return new AttemptLimits(
                most, firstPause.toNanos(), longestPause.toNanos(), timeout.toNanos());
    }

    /** Whether there is another try after this one. */
    public boolean allowAfter(int attempt) {
        return attempt < most;
    }

    /**
     * How long to wait after an attempt failed.
     *
     * @param attempt from 1
     */
    public long pauseNanosAfter(int attempt) {
        long pause = firstPauseNanos;
        for (int i = 1; i < attempt && pause < longestPauseNanos; i++) {
            pause *= 2;
        }
        return Math.min(pause, longestPauseNanos);
    }

    private static void requireDuration(String what, long nanos, long least) {
        if (nanos < least || nanos > LONGEST_NANOS) {
            throw new IllegalArgumentException(
                    "a "
                            + what
                            + " of "
                            + nanos
                            + " ns is not possible: "
                            + least
                            + " ns to 30 days");
        }
    }
}
