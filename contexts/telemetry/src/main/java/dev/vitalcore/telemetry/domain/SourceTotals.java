package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;

/**
 * What has come of a source in all.
 *
 * @param firstNanos event time of its earliest sample; {@code Long.MAX_VALUE} where none has come
 * @param lastNanos event time of its latest sample; {@code Long.MIN_VALUE} where none has come
 * @param seenNanos recorded time of its latest block
 * @param ended its last block has come and none with a higher number, in whatever order
 */
public record SourceTotals(
        long samples, long firstNanos, long lastNanos, long seenNanos, boolean ended) {
    public static final SourceTotals NONE =
            new SourceTotals(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, false);

    SourceTotals evolve(TelemetryBlock block, long recordedNanos, boolean highest) {
        return new SourceTotals(
                samples + block.sampleCount(),
                Math.min(firstNanos, block.firstNanos()),
                Math.max(lastNanos, block.lastNanos()),
                Math.max(seenNanos, recordedNanos),
                (block.last() && highest) || (ended && !highest));
    }

    SourceTotals seenAgain(long recordedNanos) {
        return new SourceTotals(
                samples, firstNanos, lastNanos, Math.max(seenNanos, recordedNanos), ended);
    }
}
