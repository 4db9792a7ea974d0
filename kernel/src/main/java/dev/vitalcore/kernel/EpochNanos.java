package dev.vitalcore.kernel;

import java.time.Instant;

/**
 * Time as the platform carries it: nanoseconds since 1970-01-01T00:00:00Z in a {@code long} (years
 * 1677 to 2262). Event time comes from the source, recorded time from the log; domain code takes
 * either as an argument.
 */
public final class EpochNanos {
    public static final long PER_SECOND = 1_000_000_000L;
    public static final long PER_MILLI = 1_000_000L;

    private EpochNanos() {}

    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano());
    }

    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }

    /** Nanoseconds of a duration in seconds, rounded to the nearest. */
    public static long ofSeconds(double seconds) {
        return Math.round(seconds * PER_SECOND);
    }

    /** Seconds of a duration in nanoseconds. */
    public static double toSeconds(long nanos) {
        return nanos / 1e9;
    }
}
