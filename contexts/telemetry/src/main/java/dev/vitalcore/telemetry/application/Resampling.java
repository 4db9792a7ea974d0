package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.platform.series.SeriesStore.Series;

/**
 * Values of a series at the moments of a grid, as the {@link Course} of its channel goes on from
 * sample to sample. A hole wider than {@link Holes#IN_FRAMES_NANOS} is not bridged.
 */
final class Resampling {
    private Resampling() {}

    static double[] at(FrameGrid grid, Series series) {
        Course course = Course.of(series.spec());
        double[] values = new double[grid.steps()];
        int next = 0;
        for (int step = 0; step < values.length; step++) {
            long at = grid.at(step);
            while (next < series.times().length && series.times()[next] <= at) {
                next++;
            }
            values[step] = between(course, series, next - 1, at);
        }
        return values;
    }

    private static double between(Course course, Series series, int before, long at) {
        long[] times = series.times();
        if (before < 0) {
            return Double.NaN;
        }
        double value = series.values()[before];
        if (times[before] == at) {
            return value;
        }
        boolean last = before + 1 == times.length;
        long step = (last ? at : times[before + 1]) - times[before];
        if (step > Holes.IN_FRAMES_NANOS) {
            return Double.NaN;
        }
        if (last) {
            return course.holds(value) ? value : Double.NaN;
        }
        double share = (double) (at - times[before]) / step;
        return course.between(value, series.values()[before + 1], share);
    }
}
