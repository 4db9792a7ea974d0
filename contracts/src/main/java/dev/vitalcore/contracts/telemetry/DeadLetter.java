package dev.vitalcore.contracts.telemetry;

/**
 * A block or a decision that somebody who reads the log could not use, on {@code
 * telemetry.dead-letters} with everything that is needed to understand it and to drive it again.
 * The log says when it was recorded.
 *
 * @param origin who refused it: {@code ingest}, {@code store-writer}, {@code speed-layer} or {@code
 *     decision-notices}
 * @param source the source as written in the block; {@code unknown} where the bytes do not tell
 * @param sequence the block number; -1 where the bytes do not tell
 * @param code stable, e.g. {@code time-not-increasing}
 * @param cause names the offending value
 * @param remedy what to do before it is driven again
 * @param position where it stands in the log, as {@code topic/partition@offset}; empty when it
 *     never got there
 * @param payload the bytes as they came to ingest, or as they stand in the log, where they are
 *     calibrated already; handed over, not copied; empty where they were too large to keep
 */
public record DeadLetter(
        String origin,
        String source,
        long sequence,
        String code,
        String cause,
        String remedy,
        String position,
        byte[] payload) {
    /** Stands for a source that the bytes do not tell. */
    public static final String UNKNOWN_SOURCE = "unknown";

    /** Stands for a block number that the bytes do not tell. */
    public static final long UNKNOWN_SEQUENCE = -1;
}
