package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** One channel at 1 kHz at all times, until the disk is gone; nothing is kept in it. */
final class FlowingStore implements SeriesStore {
    private static final long PERIOD = 1_000_000;
    private static final ChannelSpec STRAIN =
            new ChannelSpec("strain", "strain", Unit.NEWTON, "N", ChannelSpec.Precision.DOUBLE);

    private final AtomicInteger reads = new AtomicInteger();
    private final int most;

    /**
     * @param most reads that succeed
     */
    FlowingStore(int most) {
        this.most = most;
    }

    int reads() {
        return reads.get();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        if (reads.incrementAndGet() > most) {
            throw Fault.unavailable("series-gone", "the disk is gone", "put it back");
        }
        long[] times =
                LongStream.rangeClosed(fromNanos / PERIOD + 1, (toNanos - 1) / PERIOD)
                        .map(number -> number * PERIOD)
                        .toArray();
        if (times.length > maxRows) {
            throw Fault.user("too-many-rows", times.length + " rows", "ask for a shorter time");
        }
        return List.of(
                new Series(STRAIN, times, LongStream.of(times).mapToDouble(Math::sin).toArray()));
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return List.of(new KeptChannel(STRAIN, PERIOD));
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {}

    @Override
    public void settle() {}

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
