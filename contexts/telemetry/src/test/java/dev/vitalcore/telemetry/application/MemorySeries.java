package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Samples in memory; counts how they are asked for. NaN is no sample. */
final class MemorySeries implements SeriesStore {
    private final List<KeptChannel> channels = new ArrayList<>();
    private final List<Series> kept = new ArrayList<>();
    private int largestRead;
    private int refused;
    private int reads;
    private int rowsAllowed;

    void keep(KeptChannel channel, long[] times, double[] values) {
        int[] there =
                IntStream.range(0, times.length).filter(i -> !Double.isNaN(values[i])).toArray();
        channels.add(channel);
        kept.add(
                new Series(
                        channel.spec(),
                        Arrays.stream(there).mapToLong(i -> times[i]).toArray(),
                        Arrays.stream(there).mapToDouble(i -> values[i]).toArray()));
    }

    /** The most values that one answer held. */
    int largestRead() {
        return largestRead;
    }

    int reads() {
        return reads;
    }

    /** At the newest read. */
    int rowsAllowed() {
        return rowsAllowed;
    }

    int refused() {
        return refused;
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return List.copyOf(channels);
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> names, long fromNanos, long toNanos, int maxRows) {
        reads++;
        rowsAllowed = maxRows;
        List<Series> found =
                names.stream().map(name -> within(byName(name), fromNanos, toNanos)).toList();
        int rows = found.stream().mapToInt(series -> series.times().length).max().orElse(0);
        if (rows > maxRows) {
            refused++;
            throw Fault.user("too-many-rows", rows + " rows", "ask for a shorter time");
        }
        largestRead =
                Math.max(
                        largestRead,
                        found.stream().mapToInt(series -> series.times().length).sum());
        return found;
    }

    private Series byName(String name) {
        return kept.stream()
                .filter(series -> series.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.user("channel-unknown", name, "ask for another"));
    }

    private static Series within(Series series, long from, long to) {
        int begin = firstFrom(series.times(), from);
        int end = Math.max(begin, firstFrom(series.times(), to));
        return new Series(
                series.spec(),
                Arrays.copyOfRange(series.times(), begin, end),
                Arrays.copyOfRange(series.values(), begin, end));
    }

    private static int firstFrom(long[] times, long time) {
        int at = Arrays.binarySearch(times, time);
        return at < 0 ? -at - 1 : at;
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        throw new AssertionError("nothing is written here");
    }

    @Override
    public void settle() {}

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
