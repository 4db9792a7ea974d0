package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A series store in memory, as strict as the port asks. */
final class KeptSeries implements SeriesStore {
    private final Map<EntryId, Map<String, ChannelSpec>> specs = new HashMap<>();
    private final Map<EntryId, Map<String, TreeMap<Long, Double>>> samples = new HashMap<>();

    void keep(EntryId entry, ChannelSpec spec, long[] times, double[] values) {
        specs.computeIfAbsent(entry, key -> new TreeMap<>()).put(spec.name(), spec);
        TreeMap<Long, Double> column =
                samples.computeIfAbsent(entry, key -> new HashMap<>())
                        .computeIfAbsent(spec.name(), key -> new TreeMap<>());
        for (int row = 0; row < times.length; row++) {
            if (!Double.isNaN(values[row])) {
                column.put(times[row], values[row]);
            }
        }
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        for (TelemetryBlock block : blocks) {
            for (int group = 0; group < block.rows().size(); group++) {
                Rows rows = block.rows().get(group);
                List<ChannelSpec> channels = block.layout().groups().get(group).channels();
                for (int column = 0; column < channels.size(); column++) {
                    keep(block.entry(), channels.get(column), rows.times(), values(rows, column));
                }
            }
        }
    }

    @Override
    public void settle() {}

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return specs.getOrDefault(entry, Map.of()).values().stream()
                .map(spec -> new KeptChannel(spec, 0))
                .toList();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        List<Series> found = new ArrayList<>();
        for (String channel : channels) {
            if (!samples.getOrDefault(entry, Map.of()).containsKey(channel)) {
                throw Fault.user("channel-unknown", channel + " is not kept", "choose another");
            }
            Map<Long, Double> part = samples.get(entry).get(channel).subMap(fromNanos, toNanos);
            if (part.size() > maxRows) {
                throw Fault.user("range-too-large", part.size() + " rows", "ask for less");
            }
            found.add(
                    new Series(
                            specs.get(entry).get(channel),
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
    public void close() {}

    private static double[] values(Rows rows, int column) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.columns().get(column).valueAt(row);
        }
        return values;
    }
}
