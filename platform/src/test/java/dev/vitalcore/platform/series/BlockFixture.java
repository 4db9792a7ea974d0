package dev.vitalcore.platform.series;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes blocks by hand for the suites of stores. */
public final class BlockFixture {
    /** 2025-06-07T09:59:59.999999987Z: one row later it is another hour. */
    public static final long START = 1_749_290_399_999_999_987L;

    public static final long PERIOD = 10_000_000;

    private BlockFixture() {}

    public static EntryId entry(String session, String car) {
        return new EntryId(new SessionId(session), car);
    }

    public static ChannelSpec single(String name, Unit unit) {
        return new ChannelSpec(
                name, name.toUpperCase(Locale.ROOT), unit, unit.symbol(), Precision.SINGLE);
    }

    public static ChannelSpec twice(String name, Unit unit) {
        return new ChannelSpec(
                name, name.toUpperCase(Locale.ROOT), unit, unit.symbol(), Precision.DOUBLE);
    }

    public static RateGroup group(ChannelSpec... channels) {
        return new RateGroup(List.of(channels), PERIOD);
    }

    /**
     * A block of one rate group; {@code rows} holds a time index and then the values of one row.
     */
    public static TelemetryBlock block(
            String source, EntryId entry, long sequence, RateGroup group, double[]... rows) {
        return new TelemetryBlock(
                new SourceId(source),
                entry,
                sequence,
                new Layout(List.of(group)),
                List.of(rows(group, rows)),
                Optional.empty(),
                false);
    }

    /** The time at an index, counted in periods from the start. */
    public static long time(double index) {
        return START + Math.round(index * PERIOD);
    }

    public static Rows rows(RateGroup group, double[]... rows) {
        long[] times = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            times[row] = time(rows[row][0]);
        }
        List<Column> columns = new ArrayList<>();
        for (int channel = 0; channel < group.channels().size(); channel++) {
            columns.add(column(group.channels().get(channel).precision(), channel + 1, rows));
        }
        return new Rows(times, columns);
    }

    private static Column column(Precision precision, int at, double[]... rows) {
        float[] singles = new float[rows.length];
        double[] doubles = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            singles[row] = (float) rows[row][at];
            doubles[row] = rows[row][at];
        }
        return switch (precision) {
            case SINGLE -> new Column.Singles(singles);
            case DOUBLE -> new Column.Doubles(doubles);
        };
    }
}
