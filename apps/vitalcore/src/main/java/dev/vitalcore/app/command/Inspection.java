package dev.vitalcore.app.command;

import dev.vitalcore.app.command.InspectCommand.Channel;
import dev.vitalcore.app.command.InspectCommand.Hole;
import dev.vitalcore.app.command.InspectCommand.Report;
import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a recording that counts what is there. */
final class Inspection {
    /** A hole is a stretch of more than so many periods, and of at least half a second. */
    private static final int HOLE_PERIODS = 5;

    private static final long LEAST_HOLE_NANOS = 500_000_000L;
    private static final int MOST_HOLES = 50;

    private final Recording recording;
    private final List<Group> groups = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private int holesTotal;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Inspection(Recording recording) {
        this.recording = recording;
        recording.layout().groups().forEach(group -> groups.add(new Group(group)));
    }

    /** The recording as it is inspected. */
    static UpToDamage blocks(Recording recording) {
        SourceId source = SourceId.named("inspected");
        EntryId entry = new EntryId(SessionId.named("inspected"), "car");
        return new UpToDamage(recording.blocks(source, entry, EpochNanos.PER_SECOND));
    }

    Report report(Path file, Iterator<TelemetryBlock> blocks) {
        while (blocks.hasNext()) {
            take(blocks.next());
        }
        boolean empty = last == Long.MIN_VALUE;
        List<Channel> channels = new ArrayList<>();
        for (int index = 0; index < groups.size(); index++) {
            groups.get(index).addTo(channels, index);
        }
        return new Report(
                file.toString(),
                recording.format(),
                recording.declaration().title(),
                recording.car(),
                recording.declaration().track().orElse(null),
                recording.declaration().driver().orElse(null),
                empty ? "–" : InspectCommand.instant(first),
                empty ? 0 : EpochNanos.toSeconds(last - first),
                channels.stream().mapToLong(Channel::samples).sum(),
                channels,
                holes,
                holesTotal,
                recording.warnings());
    }

    private void take(TelemetryBlock block) {
        if (block.lastNanos() != Long.MIN_VALUE) {
            first = Math.min(first, block.firstNanos());
            last = Math.max(last, block.lastNanos());
        }
        for (int index = 0; index < groups.size(); index++) {
            take(index, block.rows().get(index));
        }
    }

    private void take(int index, Rows rows) {
        Group group = groups.get(index);
        for (long time : rows.times()) {
            long gap = group.lastTime == Long.MIN_VALUE ? 0 : time - group.lastTime;
            long threshold = Math.max(LEAST_HOLE_NANOS, HOLE_PERIODS * group.spec.periodNanos());
            if (gap > threshold) {
                addHole(index, group.lastTime, gap);
            }
            group.lastTime = time;
        }
        for (int column = 0; column < rows.columns().size(); column++) {
            group.counts.get(column).take(rows.columns().get(column));
        }
    }

    private void addHole(int group, long from, long length) {
        holesTotal++;
        if (holes.size() < MOST_HOLES) {
            holes.add(
                    new Hole(
                            group,
                            EpochNanos.toSeconds(from - first),
                            EpochNanos.toSeconds(length)));
        }
    }

    /** What is known of a rate group so far. */
    private static final class Group {
        private final RateGroup spec;
        private final List<Count> counts = new ArrayList<>();
        private long lastTime = Long.MIN_VALUE;

        Group(RateGroup spec) {
            this.spec = spec;
            spec.channels().forEach(channel -> counts.add(new Count()));
        }

        void addTo(List<Channel> channels, int index) {
            Double rate = spec.periodNanos() == 0 ? null : 1e9 / spec.periodNanos();
            for (int column = 0; column < counts.size(); column++) {
                channels.add(counts.get(column).channel(spec.channels().get(column), rate, index));
            }
        }
    }

    /** What is known of a channel so far. */
    private static final class Count {
        private long samples;
        private double minimum = Double.POSITIVE_INFINITY;
        private double maximum = Double.NEGATIVE_INFINITY;

        void take(Column column) {
            for (int row = 0; row < column.size(); row++) {
                double value = column.valueAt(row);
                if (!Double.isNaN(value)) {
                    samples++;
                    minimum = Math.min(minimum, value);
                    maximum = Math.max(maximum, value);
                }
            }
        }

        Channel channel(ChannelSpec spec, @Nullable Double rate, int group) {
            return new Channel(
                    spec.name(),
                    spec.unit().symbol(),
                    spec.originalName(),
                    spec.originalUnit(),
                    rate,
                    samples,
                    samples == 0 ? null : minimum,
                    samples == 0 ? null : maximum,
                    group);
        }
    }
}
