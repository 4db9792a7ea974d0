package dev.vitalcore.telemetry;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of a source that sends speed and gear at 10 Hz: block n covers second n after {@link
 * #START}, the speed of each row is its number since the start.
 */
public final class TestBlocks {
    public static final SessionId SESSION = new SessionId("spa-fp1");
    public static final EntryId ENTRY = new EntryId(SESSION, "7");
    public static final SourceId SOURCE = new SourceId("logger-7");
    public static final long START = 1_700_000_000_000_000_000L;
    public static final long SECOND = 1_000_000_000L;
    public static final int ROWS = 10;
    public static final int SAMPLES = ROWS * 2;

    private static final long PERIOD = SECOND / ROWS;

    private TestBlocks() {}

    public static ChannelSpec channel(String name, Unit unit) {
        return new ChannelSpec(name, name, unit, unit.symbol(), Precision.SINGLE);
    }

    public static Layout layout() {
        return new Layout(
                List.of(
                        new RateGroup(
                                List.of(
                                        channel("speed", Unit.KILOMETRE_PER_HOUR),
                                        channel("gear", Unit.NONE)),
                                PERIOD)));
    }

    public static TelemetryBlock block(long sequence) {
        return block(SOURCE, ENTRY, sequence);
    }

    public static TelemetryBlock block(SourceId source, EntryId entry, long sequence) {
        long[] times = new long[ROWS];
        float[] speed = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            times[row] = START + sequence * SECOND + row * PERIOD;
            speed[row] = sequence * ROWS + row;
        }
        return new TelemetryBlock(
                source,
                entry,
                sequence,
                layout(),
                List.of(rows(times, speed, new float[ROWS])),
                sequence == 0 ? Optional.of(declaration()) : Optional.empty(),
                false);
    }

    public static TelemetryBlock last(TelemetryBlock block) {
        return new TelemetryBlock(
                block.source(),
                block.entry(),
                block.sequence(),
                block.layout(),
                block.rows(),
                block.declaration(),
                true);
    }

    /** The same block under another number. */
    public static TelemetryBlock numbered(long sequence, TelemetryBlock block) {
        return new TelemetryBlock(
                block.source(),
                block.entry(),
                sequence,
                block.layout(),
                block.rows(),
                block.declaration(),
                block.last());
    }

    public static TelemetryBlock with(TelemetryBlock block, Layout layout, Rows... rows) {
        return new TelemetryBlock(
                block.source(),
                block.entry(),
                block.sequence(),
                layout,
                List.of(rows),
                block.declaration(),
                block.last());
    }

    /** A first block whose source calls the session something else. */
    public static TelemetryBlock titled(String title, TelemetryBlock block) {
        SourceDeclaration own = block.declaration().orElseThrow();
        return new TelemetryBlock(
                block.source(),
                block.entry(),
                block.sequence(),
                block.layout(),
                block.rows(),
                Optional.of(
                        new SourceDeclaration(
                                own.format(),
                                title,
                                own.track(),
                                own.vehicle(),
                                own.driver(),
                                own.gates(),
                                own.beacons())),
                block.last());
    }

    public static Rows rows(long[] times, float[]... columns) {
        return new Rows(times, List.of(columns).stream().<Column>map(Column.Singles::new).toList());
    }

    public static SourceDeclaration declaration() {
        return new SourceDeclaration(
                "racelogic-vbo",
                "Spa FP1",
                Optional.of("Spa-Francorchamps"),
                Optional.of("Radical SR10"),
                Optional.of("A. Driver"),
                List.of(),
                List.of());
    }
}
