package dev.vitalcore.telemetry.domain.table;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Unit;
import java.util.Arrays;

/**
 * The samples of one channel around the rows that are being made: grows at its end, is cut off at
 * its beginning, and is asked at ascending times.
 */
public final class SampleWindow {
    /** Samples farther apart than this many periods have a hole between them. */
    private static final long PERIODS_TO_A_HOLE = 3;

    /** Bounds what is held in memory ahead of a row. */
    private static final long LONGEST_REACH = 5 * EpochNanos.PER_SECOND;

    private static final double FULL_CIRCLE_DEG = 360;

    private final ChannelSpec spec;
    private final long periodNanos;
    private long[] times = {};
    private double[] values = {};

    /** Of the last sample at or before the time asked for; -1 where all are after it. */
    private int before = -1;

    /**
     * @param periodNanos between samples; 0 where it is not fixed
     */
    public SampleWindow(ChannelSpec spec, long periodNanos) {
        this.spec = spec;
        this.periodNanos = periodNanos;
    }

    /** How far apart two samples may be with a value between them, in nanoseconds. */
    public long reachNanos() {
        // Without a fixed rate a long step is no sign of a hole.
        return periodNanos == 0
                ? LONGEST_REACH
                : Math.min(LONGEST_REACH, PERIODS_TO_A_HOLE * periodNanos);
    }

    long periodNanos() {
        return periodNanos;
    }

    /** Of all samples that are held; read only. */
    long[] times() {
        return times;
    }

    /** When the first sample from that time on is; {@code Long.MAX_VALUE} where there is none. */
    public long firstFrom(long nanos) {
        int found = Arrays.binarySearch(times, nanos);
        int first = found < 0 ? -found - 1 : found;
        return first < times.length ? times[first] : Long.MAX_VALUE;
    }

    /** Takes samples that are later than all before. */
    public void append(long[] laterTimes, double[] laterValues) {
        int held = times.length;
        times = Arrays.copyOf(times, held + laterTimes.length);
        values = Arrays.copyOf(values, times.length);
        System.arraycopy(laterTimes, 0, times, held, laterTimes.length);
        System.arraycopy(laterValues, 0, values, held, laterTimes.length);
    }

    /** Drops what no time from this one on needs: all but the last sample before it. */
    public void cut(long fromNanos) {
        int first = Arrays.binarySearch(times, fromNanos);
        int kept = Math.max(0, (first < 0 ? -first - 1 : first) - 1);
        times = Arrays.copyOfRange(times, kept, times.length);
        values = Arrays.copyOfRange(values, kept, values.length);
        before = -1;
    }

    /**
     * The value for a row.
     *
     * @param time no earlier than that of the call before, unless the window was cut since
     * @return NaN where the cell is blank
     */
    public double at(long time, Fill fill) {
        while (before + 1 < times.length && times[before + 1] <= time) {
            before++;
        }
        if (before >= 0 && times[before] == time) {
            return values[before];
        }
        return switch (fill) {
            case NONE -> Double.NaN;
            case LINEAR -> between(time);
        };
    }

    private double between(long time) {
        boolean hasBefore = before >= 0;
        boolean hasAfter = before + 1 < times.length;
        if (hasBefore && hasAfter && times[before + 1] - times[before] <= reachNanos()) {
            return onTheWay(time);
        }
        // Beside a hole the row belongs to the sample that it is nearest to.
        long near = Math.min(periodNanos / 2, LONGEST_REACH);
        if (hasBefore && time - times[before] <= near) {
            return values[before];
        }
        return hasAfter && times[before + 1] - time <= near ? values[before + 1] : Double.NaN;
    }

    private double onTheWay(long time) {
        double one = values[before];
        double other = values[before + 1];
        if (spec.unit() == Unit.NONE && isWhole(one) && isWhole(other)) {
            return one;
        }
        double share = (double) (time - times[before]) / (times[before + 1] - times[before]);
        if (spec.name().equals(StandardChannels.HEADING) && spec.unit() == Unit.DEGREE) {
            double turn = Math.IEEEremainder(other - one, FULL_CIRCLE_DEG);
            double heading = one + share * turn;
            return heading - FULL_CIRCLE_DEG * Math.floor(heading / FULL_CIRCLE_DEG);
        }
        return one + share * (other - one);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }
}
