package dev.vitalcore.platform.calls;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;

/** A series store whose reads are guarded calls; writing is not. */
public final class GuardedSeriesStore implements SeriesStore {
    private final SeriesStore store;
    private final GuardedCalls calls;
    private final CallPolicy reads;

    public GuardedSeriesStore(SeriesStore store, GuardedCalls calls, CallPolicy reads) {
        this.store = store;
        this.calls = calls;
        this.reads = reads;
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        store.write(blocks);
    }

    @Override
    public void settle() {
        store.settle();
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return store.channels(entry);
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        return calls.call(reads, () -> store.read(entry, channels, fromNanos, toNanos, maxRows));
    }

    @Override
    public long sizeBytes() {
        return store.sizeBytes();
    }

    @Override
    public void close() {
        store.close();
    }
}
