package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.Series;

/**
 * Values of a series at the moments of a grid: on the straight line between the two samples around
 * it, or, of what has no unit (gears, flags, counts) and of an angle that goes over its end, the
 * sample before it. A hole wider than {@link #WIDEST_HOLE_NANOS} is not bridged.
 */
final class Resampling {
    /** Slow channels come once a second; a silence of more than twice that is a hole. */
    static final long WIDEST_HOLE_NANOS = 2_500_000_000L;

    private static final double HALF_TURN = 180;

    private Resampling() {}

    static double[] at(FrameGrid grid, Series series) {
        double[] values = new double[grid.steps()];
        int next = 0;
        for (int step = 0; step < values.length; step++) {
            long at = grid.at(step);
            while (next < series.times().length && series.times()[next] <= at) {
                next++;
            }
            values[step] = between(series, next - 1, next, at);
        }
        return values;
    }

    private static double between(Series series, int before, int after, long at) {
        long[] times = series.times();
        if (before < 0) {
            return Double.NaN;
        }
        double value = series.values()[before];
        if (times[before] == at) {
            return value;
        }
        boolean last = after >= times.length;
        long hole = (last ? at : times[after]) - times[before];
        if (hole > WIDEST_HOLE_NANOS) {
            return Double.NaN;
        }
        Unit unit = series.spec().unit();
        if (unit.equals(Unit.NONE)) {
            return value;
        }
        if (last) {
            return Double.NaN;
        }
        double change = series.values()[after] - value;
        if (unit.equals(Unit.DEGREE) && Math.abs(change) > HALF_TURN) {
            return value;
        }
        return value + change * ((double) (at - times[before]) / hole);
    }
}
