package dev.vitalcore.timing.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The distance since the line as the logger or game itself states it, over one lap.
 *
 * @param seconds since the lap began, ascending
 * @param metres never falling
 */
public record StatedDistance(double[] seconds, double[] metres) {
    /**
     * How far from the ends of the lap it may begin and end: the channel may come once a second.
     */
    private static final double FROM_THE_ENDS_S = 1;

    /** A fall by more of the whole than this is a new lap; less is a car that rolls back. */
    private static final double NEW_LAP_SHARE = 0.5;

    /** Who counts from elsewhere than the line begins with more of the whole than this. */
    private static final double MOST_AT_THE_LINE_SHARE = 0.05;

    /**
     * The part that belongs to the lap. Empty where it is of no use: where it falls back to zero in
     * the middle of the lap (its line is another one, or it comes late), does not reach from end to
     * end, or does not begin near zero.
     *
     * @param seconds since the lap began, ascending
     * @param lapDistance metres; NaN where absent
     */
    public static Optional<StatedDistance> of(
            double[] seconds, double[] lapDistance, double lapSeconds) {
        int[] rows =
                IntStream.range(0, seconds.length)
                        .filter(row -> Double.isFinite(lapDistance[row]))
                        .toArray();
        double[] stated = Arrays.stream(rows).mapToDouble(row -> lapDistance[row]).toArray();
        double whole = Arrays.stream(stated).max().orElse(0);
        double middle = lapSeconds / 2;
        int from = 0;
        int to = rows.length;
        for (int index = 1; index < to; index++) {
            if (stated[index - 1] - stated[index] > NEW_LAP_SHARE * whole) {
                if (seconds[rows[index]] < middle) {
                    from = index;
                } else {
                    to = index;
                }
            }
        }
        double[] times = Arrays.stream(rows, from, to).mapToDouble(row -> seconds[row]).toArray();
        return Optional.of(new StatedDistance(times, rising(Arrays.copyOfRange(stated, from, to))))
                .filter(distance -> distance.spans(lapSeconds));
    }

    /** The way by this distance alone; where the car was stays unknown. */
    public LapTrace alone(double lapSeconds) {
        return new LapTrace(seconds, metres, new LapTrace.Place.Unknown(), lapSeconds);
    }

    /** The metres at a time; NaN before the first and after the last sample. */
    double at(double time) {
        int found = Arrays.binarySearch(seconds, time);
        if (found >= 0) {
            return metres[found];
        }
        int after = -found - 1;
        if (after == 0 || after == seconds.length) {
            return Double.NaN;
        }
        double share = (time - seconds[after - 1]) / (seconds[after] - seconds[after - 1]);
        return metres[after - 1] + share * (metres[after] - metres[after - 1]);
    }

    private boolean spans(double lapSeconds) {
        int last = seconds.length - 1;
        return last > 0
                && seconds[0] <= FROM_THE_ENDS_S
                && seconds[last] >= lapSeconds - FROM_THE_ENDS_S
                && metres[last] > 0
                && metres[0] >= 0
                && metres[0] <= MOST_AT_THE_LINE_SHARE * metres[last];
    }

    private static double[] rising(double[] metres) {
        for (int index = 1; index < metres.length; index++) {
            metres[index] = Math.max(metres[index], metres[index - 1]);
        }
        return metres;
    }
}
