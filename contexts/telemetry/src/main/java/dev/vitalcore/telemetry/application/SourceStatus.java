package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;

/**
 * How a source is doing.
 *
 * @param format as declared, {@code unknown} until block 0 arrives
 * @param lastBlock the highest block number that arrived
 * @param samples how many values arrived in all, absent ones included
 * @param samplesPerSecond over the last seconds of recorded time
 * @param firstNanos event time of its earliest sample; {@code Long.MAX_VALUE} where none has come
 * @param lastNanos event time of its latest sample
 * @param lastSeenNanos when the log recorded its latest block
 */
public record SourceStatus(
        SourceId source,
        EntryId entry,
        String format,
        State state,
        long lastBlock,
        long samples,
        double samplesPerSecond,
        long firstNanos,
        long lastNanos,
        long lastSeenNanos) {
    /** What is to be expected of it. */
    public enum State {
        SENDING,
        /** No block for some seconds, and no last one either. */
        SILENT,
        /** Its last block arrived. */
        ENDED
    }
}
