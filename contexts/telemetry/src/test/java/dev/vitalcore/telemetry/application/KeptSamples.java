package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The samples of one entry in memory, read as a store reads them. */
final class KeptSamples implements SeriesStore {
    private final EntryId entry;
    private long rowsRead;
    private Runnable whenSettling = () -> {};
    private final Map<String, NavigableMap<Long, Double>> samples = new TreeMap<>();

    KeptSamples(EntryId entry) {
        this.entry = entry;
    }

    KeptSamples put(String channel, long nanos, double value) {
        samples.computeIfAbsent(channel, any -> new TreeMap<>()).put(nanos, value);
        return this;
    }

    @Override
    public List<KeptChannel> channels(EntryId of) {
        return of.equals(entry)
                ? samples.keySet().stream().map(name -> new KeptChannel(spec(name), 0)).toList()
                : List.of();
    }

    @Override
    public List<Series> read(
            EntryId of, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        List<NavigableMap<Long, Double>> found =
                channels.stream()
                        .map(channel -> samples.getOrDefault(channel, new TreeMap<>()))
                        .map(all -> all.subMap(fromNanos, true, toNanos, false))
                        .toList();
        if (found.stream().mapToInt(Map::size).max().orElse(0) > maxRows) {
            throw Fault.user("too-many-rows", "more than " + maxRows + " rows", "ask for less");
        }
        rowsRead += found.stream().mapToInt(Map::size).sum();
        return IntStream.range(0, channels.size())
                .mapToObj(at -> series(channels.get(at), found.get(at)))
                .toList();
    }

    private static Series series(String channel, NavigableMap<Long, Double> found) {
        return new Series(
                spec(channel),
                found.keySet().stream().mapToLong(Long::longValue).toArray(),
                found.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static ChannelSpec spec(String name) {
        Unit unit = StandardChannels.UNITS.getOrDefault(name, Unit.NONE);
        return new ChannelSpec(name, name, unit, unit.symbol(), ChannelSpec.Precision.SINGLE);
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        throw new AssertionError("nobody writes");
    }

    @Override
    public void settle() {
        whenSettling.run();
    }

    void whenSettling(Runnable then) {
        whenSettling = then;
    }

    /** Of all answers so far. */
    long rowsRead() {
        return rowsRead;
    }

    long lastNanos() {
        return samples.values().stream()
                .mapToLong(NavigableMap::lastKey)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    @Override
    public long sizeBytes() {
        throw new AssertionError("nobody asks");
    }

    @Override
    public void close() {
        throw new AssertionError("nobody closes");
    }
}
