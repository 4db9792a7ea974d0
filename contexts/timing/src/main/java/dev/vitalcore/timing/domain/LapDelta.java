package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.Course;
import java.util.Arrays;

/**
 * How far one lap is behind another, by distance. Both distance axes differ (another line through
 * the corners, a wheel that slips), so the other lap is laid on the reference: point by point where
 * both have positions of one kind, else by stretching its distance to the reference's length. At
 * the line both are exact: of whole laps the delta is 0 at the start and the difference of the lap
 * times at the end.
 *
 * @param distanceMetres on the reference lap, evenly spaced from 0 to its length
 * @param deltaSeconds above 0 where the other lap is behind
 */
public record LapDelta(double[] distanceMetres, double[] deltaSeconds) {
    /** What a car may be beside the reference line: the width of a circuit, with error. */
    private static final double BESIDE_M = 40;

    /**
     * How far ahead of the last foot the next one is looked for, besides the way driven since: near
     * enough not to jump to the other leg of a hairpin, and after a long way off the line the place
     * where the car comes back is still within reach.
     */
    private static final double AHEAD_M = 50;

    private static final double AHEAD_OF_WAY = 1.5;

    /**
     * What two laps have in common besides the way between: the line. Of an out lap or a piece it
     * is not known where it begins, of one that the recording ends where it would have ended.
     *
     * @param begin both begin at the line
     * @param end both end at the line
     */
    public record AtLine(boolean begin, boolean end) {
        public static final AtLine BOTH = new AtLine(true, true);
    }

    /** The delta of two whole laps at the given number of points, at least 2. */
    public static LapDelta of(LapTrace reference, LapTrace other, int points) {
        return of(reference, other, AtLine.BOTH, points);
    }

    /**
     * The same of any two laps, NaN where the other one was not seen on the way of the reference.
     * Where they do not begin at the line the delta counts from where each of them begins.
     */
    public static LapDelta of(LapTrace reference, LapTrace other, AtLine atLine, int points) {
        double length = reference.lengthMetres();
        Curve ours = reference.secondsOverMetres();
        Curve theirs = secondsOver(onReference(reference, other, atLine), other, length, atLine);
        double[] distance = new double[points];
        double[] delta = new double[points];
        for (int index = 0; index < points; index++) {
            distance[index] = length * index / (points - 1);
            delta[index] = theirs.at(distance[index]) - ours.at(distance[index]);
        }
        return new LapDelta(distance, delta);
    }

    /** Takes the samples that lie between the ends and go on; NaN marks those to leave out. */
    private static Curve secondsOver(double[] metres, LapTrace lap, double length, AtLine atLine) {
        double[] x = new double[metres.length + 2];
        double[] y = new double[metres.length + 2];
        int size = atLine.begin ? 1 : 0;
        for (int index = 0; index < metres.length; index++) {
            double seconds = lap.seconds()[index];
            boolean goesOn =
                    metres[index] < length && metres[index] > (size == 0 ? -1 : x[size - 1]);
            if (goesOn && seconds > 0 && seconds < lap.lapSeconds()) {
                x[size] = metres[index];
                y[size++] = seconds;
            }
        }
        if (atLine.end) {
            x[size] = length;
            y[size++] = lap.lapSeconds();
        }
        return new Curve(
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Double.POSITIVE_INFINITY,
                Course.STRAIGHT);
    }

    private static double[] onReference(LapTrace reference, LapTrace other, AtLine atLine) {
        if (reference.seconds().length > 1) {
            if (reference.place() instanceof LapTrace.Place.OnEarth ours
                    && other.place() instanceof LapTrace.Place.OnEarth theirs) {
                LocalPlane plane = LocalPlane.at(ours.latitude()[0], ours.longitude()[0]);
                return projected(
                        reference.metres(),
                        other.metres(),
                        atLine.begin,
                        new double[][] {east(plane, ours), north(plane, ours)},
                        new double[][] {east(plane, theirs), north(plane, theirs)});
            }
            if (reference.place() instanceof LapTrace.Place.InWorld ours
                    && other.place() instanceof LapTrace.Place.InWorld theirs) {
                return projected(
                        reference.metres(),
                        other.metres(),
                        atLine.begin,
                        new double[][] {ours.x(), ours.y()},
                        new double[][] {theirs.x(), theirs.y()});
            }
        }
        if (!atLine.begin) {
            return unknown(other.metres().length);
        }
        double stretch = atLine.end ? reference.lengthMetres() / other.lengthMetres() : 1;
        return Arrays.stream(other.metres()).map(metres -> metres * stretch).toArray();
    }

    private static double[] unknown(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] east(LocalPlane plane, LapTrace.Place.OnEarth place) {
        return Arrays.stream(place.longitude()).map(plane::east).toArray();
    }

    private static double[] north(LocalPlane plane, LapTrace.Place.OnEarth place) {
        return Arrays.stream(place.latitude()).map(plane::north).toArray();
    }

    /**
     * For each point the distance of its foot on the line, going forward; NaN where it is off.
     *
     * @param metres on the line, of its corners
     * @param driven metres on the way of the points themselves
     * @param fromLine the first foot is near the beginning of the line; else it is anywhere on it
     */
    private static double[] projected(
            double[] metres,
            double[] driven,
            boolean fromLine,
            double[][] line,
            double[][] points) {
        double[] found = new double[driven.length];
        int segment = 0;
        double since = fromLine ? 0 : Double.NEGATIVE_INFINITY;
        for (int index = 0; index < found.length; index++) {
            double x = points[0][index];
            double y = points[1][index];
            found[index] = Double.NaN;
            double reach = metres[segment] + AHEAD_M + AHEAD_OF_WAY * (driven[index] - since);
            double least = BESIDE_M * BESIDE_M;
            for (int at = segment; at < metres.length - 1 && metres[at] <= reach; at++) {
                double share = foot(line, at, x, y);
                double beside = besideSquared(line, at, share, x, y);
                if (beside < least) {
                    least = beside;
                    segment = at;
                    since = driven[index];
                    found[index] = metres[at] + share * (metres[at + 1] - metres[at]);
                }
            }
        }
        return found;
    }

    private static double foot(double[][] line, int at, double x, double y) {
        double wayX = line[0][at + 1] - line[0][at];
        double wayY = line[1][at + 1] - line[1][at];
        double square = wayX * wayX + wayY * wayY;
        double along = (x - line[0][at]) * wayX + (y - line[1][at]) * wayY;
        return square == 0 ? 0 : Math.clamp(along / square, 0, 1);
    }

    /** Squared, because a root for each pair of point and segment takes most of the time. */
    private static double besideSquared(double[][] line, int at, double share, double x, double y) {
        double footX = line[0][at] + share * (line[0][at + 1] - line[0][at]);
        double footY = line[1][at] + share * (line[1][at + 1] - line[1][at]);
        return (x - footX) * (x - footX) + (y - footY) * (y - footY);
    }
}
