package dev.vitalcore.simulation.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws the centre line: straights, joined by arcs. The curvature of that jumps where an arc
 * begins, which no road does and no car could follow, so the points are averaged over some metres.
 */
final class CircuitDrawing {
    private static final double STEP_M = 1;

    /** Averaging three times over so many metres comes near a bell curve. */
    private static final int AVERAGED_M = 15;

    private static final int AVERAGED_TIMES = 3;

    private final List<CornerPoint> corners;
    private final List<double[]> points = new ArrayList<>();
    private final int[] apexes;

    private CircuitDrawing(List<CornerPoint> corners) {
        this.corners = corners;
        this.apexes = new int[corners.size()];
    }

    /**
     * A closed line.
     *
     * @param points {@code {east, north, height, width}}, about a metre apart
     * @param apexes which of the points is the middle of each corner
     */
    record Drawn(double[][] points, int[] apexes) {}

    static Drawn draw(List<CornerPoint> corners) {
        CircuitDrawing drawing = new CircuitDrawing(corners);
        for (int corner = 0; corner < corners.size(); corner++) {
            drawing.straightTo(corner);
            drawing.arc(corner);
        }
        drawing.raise();
        double[][] line = drawing.points.toArray(double[][]::new);
        for (int time = 0; time < AVERAGED_TIMES; time++) {
            line = averaged(line);
        }
        return new Drawn(line, drawing.apexes);
    }

    private CornerPoint corner(int index) {
        return corners.get(Math.floorMod(index, corners.size()));
    }

    /** Metres from the corner's point to where its arc begins and ends. */
    private double tangent(int index) {
        return corner(index).radius() * StrictMath.tan(Math.abs(turn(index)) / 2);
    }

    /** By how much the direction changes, radians, positive to the left. */
    private double turn(int index) {
        double inEast = corner(index).east() - corner(index - 1).east();
        double inNorth = corner(index).north() - corner(index - 1).north();
        double outEast = corner(index + 1).east() - corner(index).east();
        double outNorth = corner(index + 1).north() - corner(index).north();
        return StrictMath.atan2(
                inEast * outNorth - inNorth * outEast, inEast * outEast + inNorth * outNorth);
    }

    private void straightTo(int index) {
        CornerPoint from = corner(index - 1);
        CornerPoint to = corner(index);
        double whole = Math.hypot(to.east() - from.east(), to.north() - from.north());
        double begin = tangent(index - 1);
        double end = whole - tangent(index);
        if (end <= begin) {
            throw new IllegalArgumentException(
                    "the arcs of " + from.name() + " and " + to.name() + " overlap");
        }
        for (double way = begin; way < end; way += STEP_M) {
            double share = way / whole;
            points.add(
                    new double[] {
                        from.east() + share * (to.east() - from.east()),
                        from.north() + share * (to.north() - from.north()),
                        0,
                        from.width()
                    });
        }
    }

    private void arc(int index) {
        CornerPoint at = corner(index);
        CornerPoint before = corner(index - 1);
        double turn = turn(index);
        double side = Math.signum(turn);
        double length = Math.hypot(at.east() - before.east(), at.north() - before.north());
        double east = (at.east() - before.east()) / length;
        double north = (at.north() - before.north()) / length;
        double beginEast = at.east() - east * tangent(index);
        double beginNorth = at.north() - north * tangent(index);
        double centreEast = beginEast - side * at.radius() * north;
        double centreNorth = beginNorth + side * at.radius() * east;
        double angle = StrictMath.atan2(beginNorth - centreNorth, beginEast - centreEast);
        int steps = Math.max(1, (int) Math.round(Math.abs(turn) * at.radius() / STEP_M));
        apexes[index] = points.size() + steps / 2;
        for (int step = 0; step < steps; step++) {
            double to = angle + turn * step / steps;
            points.add(
                    new double[] {
                        centreEast + at.radius() * StrictMath.cos(to),
                        centreNorth + at.radius() * StrictMath.sin(to),
                        0,
                        at.width()
                    });
        }
    }

    /** From the height of one corner to that of the next, without an edge. */
    private void raise() {
        for (int corner = 0; corner < apexes.length; corner++) {
            int from = apexes[corner];
            int next = apexes[(corner + 1) % apexes.length];
            int way = Math.floorMod(next - from, points.size());
            double rise = corner(corner + 1).height() - corner(corner).height();
            for (int point = 0; point < way; point++) {
                double share = (1 - StrictMath.cos(Math.PI * point / way)) / 2;
                points.get((from + point) % points.size())[2] =
                        corner(corner).height() + share * rise;
            }
        }
    }

    private static double[][] averaged(double[][] line) {
        int count = line.length;
        double[][] smooth = new double[count][line[0].length];
        for (int point = 0; point < count; point++) {
            for (int near = -AVERAGED_M / 2; near <= AVERAGED_M / 2; near++) {
                double[] other = line[Math.floorMod(point + near, count)];
                for (int axis = 0; axis < other.length; axis++) {
                    smooth[point][axis] += other[axis] / (AVERAGED_M / 2 * 2 + 1);
                }
            }
        }
        return smooth;
    }
}
