package dev.vitalcore.telemetry.domain;

/**
 * A place on the Earth; WGS84 degrees.
 *
 * @param latitude north is positive
 * @param longitude east is positive
 */
public record Place(double latitude, double longitude) {
    private static final double HUNDREDTHS = 100;

    public Place {
        // Written so that NaN is refused too.
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "latitude "
                            + latitude
                            + " and longitude "
                            + longitude
                            + " are no place on the Earth");
        }
    }

    /** To a hundredth of a degree, about a kilometre: nearer than any model of the weather. */
    public Place rounded() {
        return new Place(rounded(latitude), rounded(longitude));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * HUNDREDTHS) / HUNDREDTHS;
    }
}
