package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A store that notes the numbers of the blocks it has, and may need several tries to settle. */
final class SettlingSeries implements SeriesStore {
    private final Set<Long> written = new TreeSet<>();
    private int failures;
    private int settled;

    SettlingSeries(int failures) {
        this.failures = failures;
    }

    Set<Long> written() {
        return written;
    }

    int settled() {
        return settled;
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        blocks.forEach(block -> written.add(block.sequence()));
    }

    @Override
    public void settle() {
        if (failures > 0) {
            failures--;
            throw Fault.unavailable("series-not-settled", "busy", "wait");
        }
        settled++;
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        throw new AssertionError("nobody reads");
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        throw new AssertionError("nobody reads");
    }

    @Override
    public long sizeBytes() {
        throw new AssertionError("nobody asks for the size");
    }

    @Override
    public void close() {
        written.clear();
    }
}
