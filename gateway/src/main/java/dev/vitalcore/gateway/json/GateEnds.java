package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.telemetry.DeclaredGate;

/** The ends of a gate that is stated as a point: the left one first, in the direction of travel. */
final class GateEnds {
    /** What timing takes where no width is stated, see docs/timing.md. */
    private static final double USUAL_WIDTH_M = 40;

    /** WGS 84. */
    private static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private GateEnds() {}

    static DeclaredGate.Line of(DeclaredGate.Point point) {
        double latitude = point.latitude();
        double longitude = point.longitude();
        if (Double.isNaN(point.headingDegrees())) {
            return new DeclaredGate.Line(latitude, longitude, latitude, longitude);
        }
        double width = Double.isNaN(point.widthMetres()) ? USUAL_WIDTH_M : point.widthMetres();
        double heading = Math.toRadians(point.headingDegrees());
        double north = Math.sin(heading) * width / 2 / metresPerDegreeNorth(latitude);
        double west = Math.cos(heading) * width / 2 / metresPerDegreeEast(latitude);
        return new DeclaredGate.Line(
                latitude + north, longitude - west, latitude - north, longitude + west);
    }

    private static double metresPerDegreeNorth(double latitude) {
        double flattened = flattened(latitude);
        return Math.toRadians(
                SEMI_MAJOR_AXIS_M
                        * (1 - ECCENTRICITY_SQUARED)
                        / (flattened * Math.sqrt(flattened)));
    }

    private static double metresPerDegreeEast(double latitude) {
        return Math.toRadians(
                SEMI_MAJOR_AXIS_M
                        * Math.cos(Math.toRadians(latitude))
                        / Math.sqrt(flattened(latitude)));
    }

    private static double flattened(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        return 1 - ECCENTRICITY_SQUARED * sine * sine;
    }
}
