package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A store that notes the numbers of the blocks it is given, and can refuse some or be out of order.
 */
final class FussySeries implements SeriesStore {
    private final Set<Long> unusable;
    private final List<Long> written = new ArrayList<>();
    private Optional<Fault> outage = Optional.empty();

    FussySeries(Set<Long> unusable) {
        this.unusable = unusable;
    }

    void breakDown(Fault why) {
        outage = Optional.of(why);
    }

    void mend() {
        outage = Optional.empty();
    }

    List<Long> written() {
        return written;
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        outage.ifPresent(fault -> {
            throw fault;
        });
        for (TelemetryBlock block : blocks) {
            if (unusable.contains(block.sequence())) {
                throw Fault.user("too-many-columns", "block " + block.sequence(), "send fewer");
            }
        }
        blocks.forEach(block -> written.add(block.sequence()));
    }

    @Override
    public void settle() {
        throw new AssertionError("the writer does not wait for visibility");
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        throw new AssertionError("the writer reads nothing");
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        throw new AssertionError("the writer reads nothing");
    }

    @Override
    public long sizeBytes() {
        throw new AssertionError("the writer does not ask for the size");
    }

    @Override
    public void close() {
        written.clear();
    }
}
