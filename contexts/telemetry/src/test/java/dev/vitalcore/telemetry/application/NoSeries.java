package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;

/** For tests in which nobody may touch the series. */
final class NoSeries implements SeriesStore {
    @Override
    public void write(List<TelemetryBlock> blocks) {
        throw untouchable();
    }

    @Override
    public void settle() {
        throw untouchable();
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        throw untouchable();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        throw untouchable();
    }

    @Override
    public long sizeBytes() {
        throw untouchable();
    }

    @Override
    public void close() {
        throw untouchable();
    }

    private static AssertionError untouchable() {
        return new AssertionError("the series are none of its business");
    }
}
