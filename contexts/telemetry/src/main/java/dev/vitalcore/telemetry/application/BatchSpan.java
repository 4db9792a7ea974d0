package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one batch has read of one partition of {@code telemetry.blocks}.
 *
 * @param nextOffset after its last record
 * @param recordedNanos when the log took the newest of its records
 */
record BatchSpan(int partition, long firstOffset, long nextOffset, long recordedNanos) {
    /** By partition. */
    static Map<Integer, BatchSpan> of(List<LogRecord> records) {
        Map<Integer, BatchSpan> spans = new TreeMap<>();
        for (LogRecord record : records) {
            spans.merge(
                    record.partition(),
                    new BatchSpan(
                            record.partition(),
                            record.offset(),
                            record.offset() + 1,
                            record.recordedNanos()),
                    BatchSpan::and);
        }
        return spans;
    }

    private BatchSpan and(BatchSpan other) {
        return new BatchSpan(
                partition,
                Math.min(firstOffset, other.firstOffset),
                Math.max(nextOffset, other.nextOffset),
                Math.max(recordedNanos, other.recordedNanos));
    }
}
