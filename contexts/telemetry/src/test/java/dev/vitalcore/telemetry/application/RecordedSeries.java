package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** A series store in memory, as strict as the port asks; remembers what was read. */
final class RecordedSeries implements SeriesStore {
    private static final long SECOND = 1_000_000_000L;

    final List<List<String>> reads = new ArrayList<>();
    private final Map<EntryId, TreeMap<String, Kept>> kept = new HashMap<>();

    /**
     * Keeps a channel that is a function of the seconds since 0.
     *
     * @param hertz 0 where it says nothing of it, though it comes once a second
     */
    void keep(
            EntryId entry,
            String name,
            Unit unit,
            int hertz,
            int seconds,
            DoubleUnaryOperator value) {
        long period = SECOND / Math.max(1, hertz);
        TreeMap<Long, Double> samples = new TreeMap<>();
        for (long time = 0; time < seconds * SECOND; time += period) {
            double sample = value.applyAsDouble(time / 1e9);
            if (!Double.isNaN(sample)) {
                samples.put(time, sample);
            }
        }
        ChannelSpec spec = new ChannelSpec(name, name, unit, unit.symbol(), Precision.DOUBLE);
        kept.computeIfAbsent(entry, key -> new TreeMap<>())
                .put(name, new Kept(new KeptChannel(spec, hertz == 0 ? 0 : period), samples));
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        throw new AssertionError("nobody writes blocks here");
    }

    @Override
    public void settle() {}

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return of(entry).values().stream().map(Kept::channel).toList();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        reads.add(List.copyOf(channels));
        List<Series> found = new ArrayList<>();
        for (String channel : channels) {
            Kept known = of(entry).get(channel);
            if (known == null) {
                throw Fault.user("channel-unknown", channel + " is not kept", "choose another");
            }
            Map<Long, Double> part = known.samples().subMap(fromNanos, toNanos);
            if (part.size() > maxRows) {
                throw Fault.user("too-many-rows", part.size() + " rows", "ask for less");
            }
            found.add(
                    new Series(
                            known.channel().spec(),
                            part.keySet().stream().mapToLong(Long::longValue).toArray(),
                            part.values().stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return found;
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {
        throw new AssertionError("it is closed by whoever made it");
    }

    private Map<String, Kept> of(EntryId entry) {
        return kept.getOrDefault(entry, new TreeMap<>());
    }

    private record Kept(KeptChannel channel, TreeMap<Long, Double> samples) {}
}
