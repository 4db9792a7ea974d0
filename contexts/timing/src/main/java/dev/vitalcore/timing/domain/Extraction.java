package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a block what timing needs and leaves the rest: positions at no more than 50 Hz, of
 * scalar channels only the rows round a change and the ends. What is left out depends on the block
 * alone, never on what came before it, so the order of arrival makes no difference.
 */
final class Extraction {
    private static final long LEAST_FIX_SPACING_NANOS = 19 * EpochNanos.PER_MILLI;
    private static final long LEAST_SPEED_SPACING_NANOS = 190 * EpochNanos.PER_MILLI;

    private Extraction() {}

    /** Receives the rows of one kind; {@code row} is only lent. */
    @FunctionalInterface
    interface RowTaker {
        void take(long time, double[] row);
    }

    static void positions(TelemetryBlock block, RowTaker taker) {
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            List<ChannelSpec> channels = block.layout().groups().get(group).channels();
            Column latitude = find(channels, rows, StandardChannels.LATITUDE);
            Column longitude = find(channels, rows, StandardChannels.LONGITUDE);
            if (latitude != null && longitude != null) {
                Column speed = find(channels, rows, StandardChannels.SPEED);
                takeFixes(rows.times(), latitude, longitude, speed, taker);
                return;
            }
        }
    }

    private static void takeFixes(
            long[] times,
            Column latitude,
            Column longitude,
            @Nullable Column speed,
            RowTaker taker) {
        double[] row = new double[PositionTracker.COLUMNS];
        long taken = Long.MIN_VALUE;
        for (int index = 0; index < times.length; index++) {
            row[0] = latitude.valueAt(index);
            row[1] = longitude.valueAt(index);
            row[2] = speed == null ? Double.NaN : speed.valueAt(index);
            boolean due =
                    taken == Long.MIN_VALUE || times[index] - taken >= LEAST_FIX_SPACING_NANOS;
            if (due && Double.isFinite(row[0]) && Double.isFinite(row[1])) {
                taker.take(times[index], row);
                taken = times[index];
            }
        }
    }

    static void signal(TelemetryBlock block, Signal signal, RowTaker taker) {
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            Column column =
                    find(block.layout().groups().get(group).channels(), rows, signal.channel());
            if (column != null) {
                if (signal == Signal.SPEED) {
                    takeSpaced(rows.times(), column, taker);
                } else {
                    takeChanges(rows.times(), column, signal, taker);
                }
                return;
            }
        }
    }

    private static void takeSpaced(long[] times, Column column, RowTaker taker) {
        double[] row = new double[1];
        long taken = Long.MIN_VALUE;
        for (int index = 0; index < times.length; index++) {
            row[0] = column.valueAt(index);
            boolean due =
                    taken == Long.MIN_VALUE || times[index] - taken >= LEAST_SPEED_SPACING_NANOS;
            if (due && Double.isFinite(row[0])) {
                taker.take(times[index], row);
                taken = times[index];
            }
        }
    }

    /** The first and the last sample, and both sides of every change that may mean a lap. */
    private static void takeChanges(long[] times, Column column, Signal signal, RowTaker taker) {
        double[] row = new double[1];
        int previous = -1;
        boolean previousTaken = false;
        for (int index = 0; index < times.length; index++) {
            double value = column.valueAt(index);
            if (!Double.isFinite(value)) {
                continue;
            }
            boolean take = previous < 0 || signal.mayStep(column.valueAt(previous), value);
            if (take && previous >= 0 && !previousTaken) {
                row[0] = column.valueAt(previous);
                taker.take(times[previous], row);
            }
            if (take) {
                row[0] = value;
                taker.take(times[index], row);
            }
            previous = index;
            previousTaken = take;
        }
        if (previous >= 0 && !previousTaken) {
            row[0] = column.valueAt(previous);
            taker.take(times[previous], row);
        }
    }

    private static @Nullable Column find(List<ChannelSpec> channels, Rows rows, String name) {
        for (int index = 0; index < channels.size(); index++) {
            if (channels.get(index).name().equals(name)) {
                return rows.columns().get(index);
            }
        }
        return null;
    }
}
