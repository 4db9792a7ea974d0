package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.Course;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The way of a car through one lap, sample by sample; arrays of equal length, samples with NaN left
 * out.
 *
 * @param seconds since the lap began, ascending
 * @param metres since the lap began, never falling
 * @param lapSeconds the time of the whole lap
 */
public record LapTrace(double[] seconds, double[] metres, Place place, double lapSeconds) {
    /** So long is looked back for the pace at the end of the lap. */
    private static final double PACE_S = 0.5;

    /** Where the car was, if that is known. */
    public sealed interface Place {
        /** Only how far it went is known. */
        record Unknown() implements Place {}

        /** WGS 84 degrees. */
        record OnEarth(double[] latitude, double[] longitude) implements Place {}

        /** Metres in the world of a game. */
        record InWorld(double[] x, double[] y) implements Place {}
    }

    public static LapTrace onEarth(
            double[] seconds, double[] latitude, double[] longitude, double lapSeconds) {
        int[] kept = kept(seconds, i -> Fix.plausible(latitude[i], longitude[i]));
        double[] times = pick(seconds, kept);
        double[] latitudes = pick(latitude, kept);
        double[] longitudes = pick(longitude, kept);
        return new LapTrace(
                times,
                DistanceAxis.ofPositions(times, latitudes, longitudes),
                new Place.OnEarth(latitudes, longitudes),
                lapSeconds);
    }

    public static LapTrace inWorld(double[] seconds, double[] x, double[] y, double lapSeconds) {
        int[] kept = kept(seconds, i -> Double.isFinite(x[i]) && Double.isFinite(y[i]));
        double[] times = pick(seconds, kept);
        double[] xs = pick(x, kept);
        double[] ys = pick(y, kept);
        return new LapTrace(
                times, DistanceAxis.ofWorld(times, xs, ys), new Place.InWorld(xs, ys), lapSeconds);
    }

    public static LapTrace ofSpeed(double[] seconds, double[] speedKmh, double lapSeconds) {
        int[] kept = kept(seconds, i -> Double.isFinite(speedKmh[i]));
        double[] times = pick(seconds, kept);
        return new LapTrace(
                times,
                DistanceAxis.ofSpeed(times, pick(speedKmh, kept)),
                new Place.Unknown(),
                lapSeconds);
    }

    /**
     * The same way, its metres as stated; samples beyond the ends of the statement are left out.
     */
    public LapTrace measuredBy(StatedDistance stated) {
        double[] metresStated = Arrays.stream(seconds).map(stated::at).toArray();
        int[] kept = kept(seconds, i -> Double.isFinite(metresStated[i]));
        Place placeKept =
                switch (place) {
                    case Place.Unknown unknown -> unknown;
                    case Place.OnEarth at ->
                            new Place.OnEarth(pick(at.latitude, kept), pick(at.longitude, kept));
                    case Place.InWorld at -> new Place.InWorld(pick(at.x, kept), pick(at.y, kept));
                };
        return new LapTrace(pick(seconds, kept), pick(metresStated, kept), placeKept, lapSeconds);
    }

    /** The way in the metres of one plane; empty where it is not known where the car was. */
    public Optional<Plan> plan() {
        return switch (place) {
            case Place.Unknown unknown -> Optional.empty();
            case Place.InWorld at -> Optional.of(new Plan(at.x, at.y));
            case Place.OnEarth at when at.latitude.length == 0 -> Optional.empty();
            case Place.OnEarth at -> {
                LocalPlane plane = LocalPlane.at(at.latitude[0], at.longitude[0]);
                yield Optional.of(
                        new Plan(
                                Arrays.stream(at.longitude).map(plane::east).toArray(),
                                Arrays.stream(at.latitude).map(plane::north).toArray()));
            }
        };
    }

    /** A way seen from above: x to the east or as a game has it, y a quarter turn to its left. */
    public record Plan(double[] x, double[] y) {}

    /** The length of the lap: to the last sample and on to the line at the pace kept there. */
    public double lengthMetres() {
        int last = seconds.length - 1;
        if (last < 1) {
            return last < 0 ? 0 : metres[0];
        }
        // Over more than one step: where times are those of arrival, two may lie a millisecond
        // apart.
        int before = last - 1;
        while (before > 0 && seconds[last] - seconds[before] < PACE_S) {
            before--;
        }
        double pace = (metres[last] - metres[before]) / (seconds[last] - seconds[before]);
        return metres[last]
                + Math.min(pace, Evidence.Way.FASTEST_M_S)
                        * Math.max(0, lapSeconds - seconds[last]);
    }

    /** Metres over the seconds since the lap began, from its one end to the other. */
    public Curve metresOverSeconds() {
        double length = lengthMetres();
        int[] rows = kept(seconds, row -> inLap(row) && metres[row] <= length);
        return straight(
                withEnds(pick(seconds, rows), lapSeconds), withEnds(pick(metres, rows), length));
    }

    /**
     * Seconds since the lap began over metres, from its one end to the other. Standing still takes
     * no way, so it is stepped over.
     */
    public Curve secondsOverMetres() {
        double length = lengthMetres();
        int[] rows =
                kept(
                        seconds,
                        row ->
                                inLap(row)
                                        && metres[row] < length
                                        && metres[row] > (row == 0 ? 0 : metres[row - 1]));
        return straight(
                withEnds(pick(metres, rows), length), withEnds(pick(seconds, rows), lapSeconds));
    }

    private boolean inLap(int row) {
        return seconds[row] > 0 && seconds[row] < lapSeconds;
    }

    private static Curve straight(double[] x, double[] y) {
        return new Curve(x, y, Double.POSITIVE_INFINITY, Course.STRAIGHT);
    }

    /** 0 before and the end after them. */
    private static double[] withEnds(double[] values, double end) {
        double[] whole = new double[values.length + 2];
        System.arraycopy(values, 0, whole, 1, values.length);
        whole[values.length + 1] = end;
        return whole;
    }

    private static int[] kept(double[] seconds, IntPredicate usable) {
        return IntStream.range(0, seconds.length).filter(usable).toArray();
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(index -> values[index]).toArray();
    }
}
