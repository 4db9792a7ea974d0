package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;

/**
 * What can be said of a block without reading its values.
 *
 * @param firstNanos event time of the earliest row, {@code Long.MAX_VALUE} where there are no rows
 * @param lastNanos event time of the latest row, {@code Long.MIN_VALUE} where there are no rows
 * @param sampleCount how many values the block carries, absent ones included
 * @param last no block of this source follows
 */
public record BlockHeader(
        SourceId source,
        EntryId entry,
        long sequence,
        Layout layout,
        long firstNanos,
        long lastNanos,
        long sampleCount,
        boolean last) {}
