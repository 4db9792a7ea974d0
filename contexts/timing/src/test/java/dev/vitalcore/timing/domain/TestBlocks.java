package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes blocks of one second out of rows, and runs them through timing. */
final class TestBlocks {
    static final SourceId SOURCE = new SourceId("logger");
    static final EntryId ENTRY = new EntryId(new SessionId("session"), "7");

    private static final long BLOCK_NANOS = 1_000_000_000L;

    private TestBlocks() {}

    /** A line of 30 m across the first straight of a {@link TestDrive}, so many metres on. */
    static DeclaredGate gate(TestDrive drive, DeclaredGate.Kind kind, String name, double north) {
        return new DeclaredGate(
                kind,
                name,
                new DeclaredGate.Line(
                        drive.latitude(north),
                        drive.longitude(-15),
                        drive.latitude(north),
                        drive.longitude(15)));
    }

    static DeclaredGate line(TestDrive drive) {
        return gate(drive, DeclaredGate.Kind.START_FINISH, "line", 0);
    }

    static List<TelemetryBlock> ofFixes(List<Fix> fixes, List<DeclaredGate> gates) {
        List<String> channels =
                List.of(
                        StandardChannels.LATITUDE,
                        StandardChannels.LONGITUDE,
                        StandardChannels.SPEED);
        List<double[]> rows = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Fix fix : fixes) {
            times.add(fix.time());
            rows.add(new double[] {fix.latitude(), fix.longitude(), fix.speedKmh()});
        }
        return blocks(channels, times, rows, gates, List.of());
    }

    /** Blocks of one rate group; the last one is marked so. */
    static List<TelemetryBlock> blocks(
            List<String> channels,
            List<Long> times,
            List<double[]> rows,
            List<DeclaredGate> gates,
            List<Long> beacons) {
        Layout layout =
                new Layout(
                        List.of(
                                new RateGroup(
                                        channels.stream().map(TestBlocks::channel).toList(), 0)));
        List<TelemetryBlock> blocks = new ArrayList<>();
        int from = 0;
        while (from < times.size()) {
            long end = times.get(0) + (blocks.size() + 1) * BLOCK_NANOS;
            int to = from;
            while (to < times.size() && times.get(to) < end) {
                to++;
            }
            boolean last = to == times.size();
            blocks.add(
                    new TelemetryBlock(
                            SOURCE,
                            ENTRY,
                            blocks.size(),
                            layout,
                            List.of(
                                    rows(
                                            times.subList(from, to),
                                            rows.subList(from, to),
                                            channels)),
                            blocks.isEmpty()
                                    ? Optional.of(declaration(gates, beacons))
                                    : Optional.empty(),
                            last));
            from = to;
        }
        return blocks;
    }

    private static ChannelSpec channel(String name) {
        return new ChannelSpec(name, name, Unit.NONE, "", ChannelSpec.Precision.DOUBLE);
    }

    private static Rows rows(List<Long> times, List<double[]> rows, List<String> channels) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < channels.size(); column++) {
            int which = column;
            columns.add(new Column.Doubles(rows.stream().mapToDouble(row -> row[which]).toArray()));
        }
        return new Rows(times.stream().mapToLong(Long::longValue).toArray(), columns);
    }

    private static SourceDeclaration declaration(List<DeclaredGate> gates, List<Long> beacons) {
        return new SourceDeclaration(
                "test",
                "test",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                gates,
                beacons);
    }

    /** The same blocks from another source. */
    static List<TelemetryBlock> from(SourceId source, List<TelemetryBlock> blocks) {
        return blocks.stream()
                .map(block ->
                        new TelemetryBlock(
                                source,
                                block.entry(),
                                block.sequence(),
                                block.layout(),
                                block.rows(),
                                block.declaration(),
                                block.last()))
                .toList();
    }

    static LapBook run(List<TelemetryBlock> blocks) {
        return run(new EntryTiming(), blocks);
    }

    static LapBook run(EntryTiming timing, List<TelemetryBlock> blocks) {
        LapBook book = new LapBook();
        for (TelemetryBlock block : blocks) {
            timing.accept(block).forEach(book::apply);
        }
        return book;
    }

    static List<TimingEvent.LapKind> kinds(LapBook book) {
        return book.laps().stream().map(TimingEvent.LapCompleted::kind).toList();
    }

    /** Seconds after the start of a {@link TestDrive} at which a lap begins. */
    static double start(TimingEvent.LapCompleted lap) {
        return (lap.startNanos() - TestDrive.START) / 1e9;
    }

    static double seconds(TimingEvent.LapCompleted lap) {
        return lap.durationNanos() / 1e9;
    }
}
