package dev.vitalcore.edge;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A recording read to its end, for tests. */
public record Samples(
        SourceDeclaration declaration,
        String car,
        Layout layout,
        List<TelemetryBlock> blocks,
        List<String> warnings) {
    public static final SourceId SOURCE = SourceId.named("source");
    public static final EntryId ENTRY = EntryId.named(SessionId.named("session"), "car");
    public static final long BLOCK_NANOS = 100_000_000L;

    public static Samples of(Path path) {
        return of(path, BLOCK_NANOS);
    }

    public static Samples of(Path path, long blockNanos) {
        try (Recording recording = Recordings.open(path)) {
            List<TelemetryBlock> blocks = new ArrayList<>();
            recording.blocks(SOURCE, ENTRY, blockNanos).forEachRemaining(blocks::add);
            return new Samples(
                    recording.declaration(),
                    recording.car(),
                    recording.layout(),
                    blocks,
                    recording.warnings());
        }
    }

    public int rows(int group) {
        return blocks.stream().mapToInt(block -> block.rows().get(group).size()).sum();
    }

    public long[] times(int group) {
        return blocks.stream()
                .flatMapToLong(block -> Arrays.stream(block.rows().get(group).times()))
                .toArray();
    }

    /** All values of a channel, in order. */
    public double[] channel(String name) {
        int[] place = place(name);
        List<Double> values = new ArrayList<>();
        for (TelemetryBlock block : blocks) {
            Rows rows = block.rows().get(place[0]);
            for (int row = 0; row < rows.size(); row++) {
                values.add(rows.columns().get(place[1]).valueAt(row));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double max(String channel) {
        return Arrays.stream(channel(channel)).filter(Double::isFinite).max().orElseThrow();
    }

    public double min(String channel) {
        return Arrays.stream(channel(channel)).filter(Double::isFinite).min().orElseThrow();
    }

    private int[] place(String name) {
        for (int group = 0; group < layout.groups().size(); group++) {
            for (int i = 0; i < layout.groups().get(group).channels().size(); i++) {
                if (layout.groups().get(group).channels().get(i).name().equals(name)) {
                    return new int[] {group, i};
                }
            }
        }
        throw new AssertionError("no channel " + name + " in " + layout);
    }
}
