package dev.vitalcore.timing.domain;

/**
 * The shape of the Earth after WGS 84 (NIMA TR8350.2): how many metres a degree is, at a latitude.
 */
final class Ellipsoid {
    private static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private Ellipsoid() {}

    /** Along a meridian: the meridian radius of curvature M(φ). */
    static double metresPerDegreeNorth(double latitude) {
        double w = flattened(latitude);
        return Math.toRadians(SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w)));
    }

    /** Along a parallel: the prime-vertical radius of curvature N(φ) times cos φ. */
    static double metresPerDegreeEast(double latitude) {
        double radius = SEMI_MAJOR_AXIS_M / Math.sqrt(flattened(latitude));
        return Math.toRadians(radius * Math.cos(Math.toRadians(latitude)));
    }

    private static double flattened(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        return 1 - ECCENTRICITY_SQUARED * sine * sine;
    }
}
