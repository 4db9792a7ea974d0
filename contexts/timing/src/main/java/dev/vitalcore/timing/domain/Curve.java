package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.Course;
import java.util.Arrays;

/**
 * A quantity over another one, known at some points.
 *
 * @param x strictly ascending; may be empty
 * @param widestHole between points further apart than this nothing is known
 * @param course from one point to the next
 */
public record Curve(double[] x, double[] y, double widestHole, Course course) {
    /** The value at a place; NaN outside the points and within a hole. */
    public double at(double place) {
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return y[found];
        }
        int after = -found - 1;
        if (after == 0 || after == x.length || x[after] - x[after - 1] > widestHole) {
            return Double.NaN;
        }
        double share = (place - x[after - 1]) / (x[after] - x[after - 1]);
        return course.between(y[after - 1], y[after], share);
    }

    public double[] at(double[] places) {
        return Arrays.stream(places).map(this::at).toArray();
    }
}
