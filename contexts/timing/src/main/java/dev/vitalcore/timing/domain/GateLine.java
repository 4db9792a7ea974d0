package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;

/**
 * A gate on the ground, ready to be crossed: a line through the origin of a {@link LocalPlane},
 * across the direction of travel.
 *
 * <pre>
 *            ▲ travel (along &gt; 0)
 *            │
 *  ──────────┼──────────▶ across &gt; 0 to the right
 *  -halfWidth│ +halfWidth
 * </pre>
 *
 * @param travelEast unit vector of travel; NaN where the gate is a bare point whose direction the
 *     trace has still to show
 * @param halfWidthMetres how far beside the middle a passing still counts
 */
record GateLine(
        DeclaredGate gate,
        LocalPlane plane,
        double travelEast,
        double travelNorth,
        double halfWidthMetres) {
    /**
     * For points that state no width: half of a wide circuit (15 m) with a pit lane beside it, or
     * the error of an ordinary receiver on a narrow one.
     */
    static final double DEFAULT_HALF_WIDTH_M = 20;

    /** What an ordinary receiver errs: a line that ends at the kerb is still met. */
    private static final double RECEIVER_ERROR_M = 3;

    static GateLine of(DeclaredGate gate) {
        return switch (gate.geometry()) {
            case DeclaredGate.Line line -> acrossEnds(gate, line);
            case DeclaredGate.Point point -> acrossPoint(gate, point);
        };
    }

    private static GateLine acrossEnds(DeclaredGate gate, DeclaredGate.Line line) {
        LocalPlane first = LocalPlane.at(line.latitude1(), line.longitude1());
        double east = first.east(line.longitude2());
        double north = first.north(line.latitude2());
        double length = Math.hypot(east, north);
        LocalPlane middle = LocalPlane.at(first.latitudeAt(north / 2), first.longitudeAt(east / 2));
        return new GateLine(
                gate, middle, -north / length, east / length, length / 2 + RECEIVER_ERROR_M);
    }

    private static GateLine acrossPoint(DeclaredGate gate, DeclaredGate.Point point) {
        double heading = Math.toRadians(point.headingDegrees());
        double width = point.widthMetres();
        return new GateLine(
                gate,
                LocalPlane.at(point.latitude(), point.longitude()),
                Math.sin(heading),
                Math.cos(heading),
                Double.isNaN(width) ? DEFAULT_HALF_WIDTH_M : width / 2 + RECEIVER_ERROR_M);
    }

    /** False for a bare point until {@link #travelling} says where the track leads. */
    boolean oriented() {
        return !Double.isNaN(travelEast);
    }

    GateLine travelling(double east, double north) {
        double length = Math.hypot(east, north);
        return new GateLine(gate, plane, east / length, north / length, halfWidthMetres);
    }

    /** Metres past the line in the direction of travel. */
    double along(double latitude, double longitude) {
        return plane.east(longitude) * travelEast + plane.north(latitude) * travelNorth;
    }

    /** Metres beside the middle of the line, positive to the right. */
    double across(double latitude, double longitude) {
        return plane.east(longitude) * travelNorth - plane.north(latitude) * travelEast;
    }

    double distance(double latitude, double longitude) {
        return Math.hypot(plane.east(longitude), plane.north(latitude));
    }

    /** The gate as it is now understood, with the direction the trace has shown. */
    DeclaredGate understood() {
        if (gate.geometry() instanceof DeclaredGate.Point point
                && Double.isNaN(point.headingDegrees())
                && oriented()) {
            double heading = Math.toDegrees(Math.atan2(travelEast, travelNorth));
            return new DeclaredGate(
                    gate.kind(),
                    gate.name(),
                    new DeclaredGate.Point(
                            point.latitude(),
                            point.longitude(),
                            (heading + 360) % 360,
                            point.widthMetres()));
        }
        return gate;
    }
}
