package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** One channel at 1 kHz at all times, until the disk is gone; nothing is kept in it. */
final class FlowingStore implements SeriesStore {
    private static final long PERIOD = 1_000_000;
    private static final ChannelSpec STRAIN =
            new ChannelSpec("strain", "strain", Unit.NEWTON, "N", ChannelSpec.Precision.DOUBLE);

    private final AtomicInteger reads = new AtomicInteger();
    private final int most;
    private final long silentFrom;
    private final Supplier<Error> failure;

    private FlowingStore(int most, long silentFrom, Supplier<Error> failure) {
        this.most = most;
        this.silentFrom = silentFrom;
        this.failure = failure;
    }

    /**
     * @param most reads that succeed
     */
    FlowingStore(int most) {
        this(
                most,
                Long.MAX_VALUE,
                () -> {
                    throw Fault.unavailable("series-gone", "the disk is gone", "put it back");
                });
    }

    /** Says nothing from that moment on. */
    static FlowingStore silentFrom(Instant moment) {
        return new FlowingStore(
                Integer.MAX_VALUE,
                EpochNanos.of(moment),
                () -> new AssertionError("it never fails"));
    }

    /** After so many reads there is no memory any more. */
    static FlowingStore withoutMemoryAfter(int reads) {
        return new FlowingStore(
                reads, Long.MAX_VALUE, () -> new OutOfMemoryError("as if there were none"));
    }

    int reads() {
        return reads.get();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        if (reads.incrementAndGet() > most) {
            throw failure.get();
        }
        long[] times =
                LongStream.rangeClosed(
                                fromNanos / PERIOD + 1,
                                (Math.min(toNanos, silentFrom) - 1) / PERIOD)
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
