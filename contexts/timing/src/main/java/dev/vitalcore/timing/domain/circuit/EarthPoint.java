package dev.vitalcore.timing.domain.circuit;

/**
 * A point on the Earth; WGS84 degrees.
 *
 * @param latitude north is positive
 * @param longitude east is positive
 */
public record EarthPoint(double latitude, double longitude) {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double HALF_ROUND = 180;

    public EarthPoint {
        // Written so that NaN is refused too.
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= HALF_ROUND)) {
            throw new IllegalArgumentException(
                    "latitude " + latitude + ", longitude " + longitude + " is no point on Earth");
        }
    }

    /**
     * How far the nearest point of the stretch between two others is, as if the Earth were flat:
     * within kilometres to a percent, beyond that the order of magnitude.
     */
    double metresFrom(EarthPoint from, EarthPoint to) {
        double east = east(from);
        double north = north(from);
        double alongEast = east(to) - east;
        double alongNorth = north(to) - north;
        double square = alongEast * alongEast + alongNorth * alongNorth;
        double share =
                square == 0
                        ? 0
                        : Math.clamp(-(east * alongEast + north * alongNorth) / square, 0, 1);
        return Math.hypot(east + share * alongEast, north + share * alongNorth);
    }

    private double north(EarthPoint other) {
        return (other.latitude - latitude) * METRES_PER_DEGREE;
    }

    /** The short way round where the two lie on either side of 180 degrees. */
    private double east(EarthPoint other) {
        double degrees = Math.IEEEremainder(other.longitude - longitude, 2 * HALF_ROUND);
        return degrees * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }
}
