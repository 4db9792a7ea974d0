package dev.vitalcore.gateway.live;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;

/** Blocks of one car with two channels at 10 Hz. */
final class Blocks {
    static final EntryId CAR_7 = EntryId.parse("monza/7");
    static final long PERIOD = 100_000_000L;

    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    List.of(
                                            channel("speed", Unit.KILOMETRE_PER_HOUR),
                                            channel("throttle", Unit.PERCENT)),
                                    PERIOD)));

    private Blocks() {}

    /** Rows from the time on; the throttle has a value only in the first row. */
    static TelemetryBlock from(long firstNanos, float... speeds) {
        return of(CAR_7, firstNanos, speeds);
    }

    static TelemetryBlock of(EntryId entry, long firstNanos, float... speeds) {
        long[] times = new long[speeds.length];
        float[] throttle = new float[speeds.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = firstNanos + row * PERIOD;
            throttle[row] = row == 0 ? 50 : Float.NaN;
        }
        Rows rows =
                new Rows(times, List.of(new Column.Singles(speeds), new Column.Singles(throttle)));
        return new TelemetryBlock(
                new SourceId("logger-" + entry.car()),
                entry,
                firstNanos / PERIOD,
                LAYOUT,
                List.of(rows),
                Optional.empty(),
                false);
    }

    private static ChannelSpec channel(String name, Unit unit) {
        return new ChannelSpec(name, name, unit, unit.symbol(), ChannelSpec.Precision.SINGLE);
    }
}
