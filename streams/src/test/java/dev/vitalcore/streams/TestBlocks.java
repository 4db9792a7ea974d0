package dev.vitalcore.streams;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.log.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A car of which only the speed is known, and a recording that states the passings itself: the
 * smallest source that gives laps. Ten seconds a block, a lap every minute, the first passing after
 * half a minute.
 */
final class TestBlocks {
    static final int SECONDS_A_BLOCK = 10;

    private static final long START = 1_700_000_000L * EpochNanos.PER_SECOND;
    private static final int ROWS = 100;
    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    List.of(
                                            new ChannelSpec(
                                                    StandardChannels.SPEED,
                                                    "Speed",
                                                    Unit.KILOMETRE_PER_HOUR,
                                                    "km/h",
                                                    ChannelSpec.Precision.SINGLE)),
                                    EpochNanos.PER_SECOND / 10)));

    private static final Codec<TelemetryBlock> CODEC = TestSchemas.SCHEMAS.blockCodec();

    private TestBlocks() {}

    /** The blocks of a source from its first to its last. */
    static List<TelemetryBlock> recording(String source, String entry, int blocks) {
        List<TelemetryBlock> all = new ArrayList<>();
        for (int sequence = 0; sequence < blocks; sequence++) {
            all.add(block(source, entry, sequence, blocks));
        }
        return all;
    }

    /** The block as the log would hold it, at an offset that is its own number. */
    static BlockRecord inLog(TelemetryBlock block) {
        return new BlockRecord(block.entry().toString(), CODEC.encode(block), 0, block.sequence());
    }

    static byte[] encoded(TelemetryBlock block) {
        return CODEC.encode(block);
    }

    private static TelemetryBlock block(String source, String entry, int sequence, int blocks) {
        long[] times = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            times[row] = START + ((long) sequence * ROWS + row) * EpochNanos.PER_SECOND / 10;
        }
        float[] speeds = new float[ROWS];
        Arrays.fill(speeds, 180f);
        return new TelemetryBlock(
                new SourceId(source),
                EntryId.parse(entry),
                sequence,
                LAYOUT,
                List.of(new Rows(times, List.of(new Column.Singles(speeds)))),
                sequence == 0 ? Optional.of(declaration(blocks)) : Optional.empty(),
                sequence == blocks - 1);
    }

    private static SourceDeclaration declaration(int blocks) {
        List<Long> beacons = new ArrayList<>();
        for (int second = 30; second < blocks * SECONDS_A_BLOCK; second += 60) {
            beacons.add(START + second * EpochNanos.PER_SECOND);
        }
        return new SourceDeclaration(
                "test",
                "a lap a minute",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                beacons);
    }
}
