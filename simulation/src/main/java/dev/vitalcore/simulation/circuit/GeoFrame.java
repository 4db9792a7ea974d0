package dev.vitalcore.simulation.circuit;

/**
 * Lays the local plane on the Earth. WGS84 radii of curvature at the origin (NIMA TR8350.2, chapter
 * 7); within some kilometres the plane is exact to millimetres.
 */
record GeoFrame(double originLatitude, double originLongitude) {
    private static final double SEMI_MAJOR_M = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 6.694379990141e-3;

    double latitude(double north) {
        double sine = StrictMath.sin(Math.toRadians(originLatitude));
        double root = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
        double meridian = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (root * root * root);
        return originLatitude + Math.toDegrees(north / meridian);
    }

    double longitude(double east) {
        double sine = StrictMath.sin(Math.toRadians(originLatitude));
        double normal = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
        double parallel = normal * StrictMath.cos(Math.toRadians(originLatitude));
        return originLongitude + Math.toDegrees(east / parallel);
    }
}
