package dev.vitalcore.telemetry.domain.table;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.contracts.telemetry.Holes;
import java.util.Arrays;

/**
 * The samples of one channel around the rows that are being made: grows at its end, is cut off at
 * its beginning, and is asked at ascending times.
 */
public final class SampleWindow {
    private final Course course;
    private final long periodNanos;
    private long[] times = {};
    private double[] values = {};

    /** Of the last sample at or before the time asked for; -1 where all are after it. */
    private int before = -1;

    /**
     * @param periodNanos between samples; 0 where it is not fixed
     */
    public SampleWindow(ChannelSpec spec, long periodNanos) {
        this.course = Course.of(spec);
        this.periodNanos = periodNanos;
    }

    /** How far apart two samples may be with a value between them, in nanoseconds. */
    public long reachNanos() {
        return Holes.inTablesNanos(periodNanos);
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
        long near = Math.min(periodNanos / 2, reachNanos());
        if (hasBefore && time - times[before] <= near) {
            return values[before];
        }
        return hasAfter && times[before + 1] - time <= near ? values[before + 1] : Double.NaN;
    }

    private double onTheWay(long time) {
        double share = (double) (time - times[before]) / (times[before + 1] - times[before]);
        return course.between(values[before], values[before + 1], share);
    }
}
