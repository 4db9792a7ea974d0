package dev.vitalcore.timing.domain;

/**
 * Metres along a lap for each of its samples. The first sample of a lap lies up to one period
 * behind the line; the way from the line to it is counted at the pace of the first samples. Used
 * where a logger does not state the distance itself, see {@link StatedDistance}.
 */
public final class DistanceAxis {
    private DistanceAxis() {}

    /**
     * From positions, in steps on the ellipsoid. A step faster than any car is an error of the
     * receiver or of the times, and counts as the one before it.
     *
     * @param seconds since the lap began, ascending
     */
    public static double[] ofPositions(double[] seconds, double[] latitude, double[] longitude) {
        double[] steps = new double[seconds.length];
        for (int index = 1; index < steps.length; index++) {
            LocalPlane plane = LocalPlane.at(latitude[index - 1], longitude[index - 1]);
            double step = Math.hypot(plane.east(longitude[index]), plane.north(latitude[index]));
            double most =
                    Evidence.Crossing.NOISE_M
                            + Evidence.Way.FASTEST_M_S * (seconds[index] - seconds[index - 1]);
            steps[index] = step <= most ? step : Math.min(most, steps[index - 1]);
        }
        return sum(seconds, steps);
    }

    /** From positions in the world of a game, metres. */
    public static double[] ofWorld(double[] seconds, double[] x, double[] y) {
        double[] steps = new double[seconds.length];
        for (int index = 1; index < steps.length; index++) {
            steps[index] = Math.hypot(x[index] - x[index - 1], y[index] - y[index - 1]);
        }
        return sum(seconds, steps);
    }

    /** From speed, which is taken to change evenly between samples. */
    public static double[] ofSpeed(double[] seconds, double[] speedKmh) {
        double[] steps = new double[seconds.length];
        for (int index = 1; index < steps.length; index++) {
            double mean = (speedKmh[index - 1] + speedKmh[index]) / 2 / 3.6;
            steps[index] = Math.max(0, mean * (seconds[index] - seconds[index - 1]));
        }
        return sum(seconds, steps);
    }

    private static double[] sum(double[] seconds, double[] steps) {
        double[] metres = new double[steps.length];
        if (steps.length > 1) {
            metres[0] = steps[1] / (seconds[1] - seconds[0]) * Math.max(0, seconds[0]);
        }
        for (int index = 1; index < steps.length; index++) {
            metres[index] = metres[index - 1] + steps[index];
        }
        return metres;
    }
}
