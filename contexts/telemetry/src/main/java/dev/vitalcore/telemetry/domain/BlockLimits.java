package dev.vitalcore.telemetry.domain;

import dev.vitalcore.kernel.EpochNanos;

/**
 * How much one block may carry.
 *
 * @param bytes encoded
 * @param rows over all rate groups
 * @param channels over all rate groups, and over all that a source ever sends
 * @param aheadNanos how far event time may be ahead of recorded time: clocks of loggers are wrong,
 *     but a time beyond this is not a time
 */
public record BlockLimits(int bytes, int rows, int channels, long aheadNanos) {
    /**
     * One MiB below what the log takes as a record, so that a refused block with its cause fits
     * into a dead letter.
     */
    public static final int DEFAULT_BYTES = 15 * 1024 * 1024;

    private static final long TWO_YEARS = 2 * 366 * 86_400 * EpochNanos.PER_SECOND;

    public BlockLimits {
        requirePositive("bytes", bytes);
        requirePositive("rows", rows);
        requirePositive("channels", channels);
        requirePositive("aheadNanos", aheadNanos);
    }

    public static BlockLimits defaults() {
        return new BlockLimits(DEFAULT_BYTES, 100_000, 4_096, TWO_YEARS);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "block limit " + name + " is " + value + ": use at least 1");
        }
    }
}
