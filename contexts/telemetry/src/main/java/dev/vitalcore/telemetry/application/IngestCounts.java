package dev.vitalcore.telemetry.application;

import java.util.concurrent.atomic.LongAdder;

/** Counts what became of blocks; any thread. */
final class IngestCounts {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder refused = new LongAdder();

    IngestReport add(IngestReport report) {
        accepted.add(report.accepted());
        duplicate.add(report.duplicate());
        refused.add(report.refused().size());
        return report;
    }

    IngestTotals with(long missing, int sources) {
        return new IngestTotals(accepted.sum(), duplicate.sum(), refused.sum(), missing, sources);
    }
}
