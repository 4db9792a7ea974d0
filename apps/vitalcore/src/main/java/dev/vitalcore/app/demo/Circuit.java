package dev.vitalcore.app.demo;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.List;

/**
 * A closed line on the ground, sampled about every two metres: a periodic Catmull-Rom curve through
 * corner points of our own design, laid round a place in the Eifel. Local plane: x east, y north,
 * in metres.
 */
final class Circuit {
    private static final double ORIGIN_LATITUDE = 50.3420;
    private static final double ORIGIN_LONGITUDE = 6.9510;

    /** WGS84 radii of curvature at the origin's latitude (NIMA TR8350.2, chapter 7). */
    private static final double METRES_PER_DEGREE_NORTH = 111_235.0;

    private static final double METRES_PER_DEGREE_EAST =
            111_319.49 * Math.cos(Math.toRadians(ORIGIN_LATITUDE)) * 1.00198;

    private static final int STEPS_PER_POINT = 120;

    private static final double[][] POINTS = {
        {0, 0}, {220, 4}, {460, 6}, {640, -30}, {700, -140}, {620, -240}, {480, -250},
        {380, -320}, {400, -450}, {300, -540}, {120, -510}, {40, -400}, {-80, -350}, {-240, -390},
        {-380, -330}, {-400, -190}, {-330, -60}, {-180, -10}
    };

    private final double[] x;
    private final double[] y;
    private final double[] distance;
    private final double[] curvature;
    private final double length;

    private Circuit(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int count = x.length;
        distance = new double[count];
        for (int i = 1; i < count; i++) {
            distance[i] = distance[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        length = distance[count - 1] + Math.hypot(x[0] - x[count - 1], y[0] - y[count - 1]);
        curvature = new double[count];
        for (int i = 0; i < count; i++) {
            curvature[i] = curvatureAt(i);
        }
    }

    static Circuit eifel() {
        int count = POINTS.length * STEPS_PER_POINT;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            double t = (double) (i % STEPS_PER_POINT) / STEPS_PER_POINT;
            x[i] = spline(i / STEPS_PER_POINT, t, 0);
            y[i] = spline(i / STEPS_PER_POINT, t, 1);
        }
        return new Circuit(x, y);
    }

    double length() {
        return length;
    }

    /** Number of sampled points. */
    int count() {
        return x.length;
    }

    /** Metres from the start line to the sampled point. */
    double distance(int point) {
        return distance[point];
    }

    /** One over the radius in metres, positive to the left. */
    double curvature(int point) {
        return curvature[point];
    }

    /** The last sampled point at or before the distance. */
    int pointAt(double metres) {
        double within = metres % length;
        int low = 0;
        int high = x.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (distance[middle] <= within) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where on the ground, {@code {east, north}} in metres. */
    double[] place(double metres) {
        int from = pointAt(metres);
        int to = (from + 1) % x.length;
        double end = to == 0 ? length : distance[to];
        double share = (metres % length - distance[from]) / (end - distance[from]);
        return new double[] {
            x[from] + share * (x[to] - x[from]), y[from] + share * (y[to] - y[from])
        };
    }

    /** Direction of travel, degrees clockwise from north. */
    double heading(double metres) {
        int from = pointAt(metres);
        int to = (from + 1) % x.length;
        double degrees = Math.toDegrees(Math.atan2(x[to] - x[from], y[to] - y[from]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    static double latitude(double north) {
        return ORIGIN_LATITUDE + north / METRES_PER_DEGREE_NORTH;
    }

    static double longitude(double east) {
        return ORIGIN_LONGITUDE + east / METRES_PER_DEGREE_EAST;
    }

    /** The line and two sector gates. */
    List<DeclaredGate> gates() {
        return List.of(
                gate(DeclaredGate.Kind.START_FINISH, "start-finish", 0),
                gate(DeclaredGate.Kind.SECTOR, "sector 1", length * 0.34),
                gate(DeclaredGate.Kind.SECTOR, "sector 2", length * 0.68));
    }

    private DeclaredGate gate(DeclaredGate.Kind kind, String name, double metres) {
        double[] place = place(metres);
        return new DeclaredGate(
                kind,
                name,
                new DeclaredGate.Point(
                        latitude(place[1]), longitude(place[0]), heading(metres), 30));
    }

    /** Curvature of the circle through the neighbours a few points off (Menger). */
    private double curvatureAt(int point) {
        int count = x.length;
        int before = (point - 6 + count) % count;
        int after = (point + 6) % count;
        double ax = x[point] - x[before];
        double ay = y[point] - y[before];
        double bx = x[after] - x[point];
        double by = y[after] - y[point];
        double cross = ax * by - ay * bx;
        double product = Math.hypot(ax, ay) * Math.hypot(bx, by) * Math.hypot(ax + bx, ay + by);
        return 2 * cross / product;
    }

    private static double spline(int segment, double t, int axis) {
        int count = POINTS.length;
        double p0 = POINTS[(segment - 1 + count) % count][axis];
        double p1 = POINTS[segment][axis];
        double p2 = POINTS[(segment + 1) % count][axis];
        double p3 = POINTS[(segment + 2) % count][axis];
        return 0.5
                * (2 * p1
                        + (p2 - p0) * t
                        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                        + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }
}
