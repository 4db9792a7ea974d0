package dev.vitalcore.timing.domain;

/**
 * The plane that touches the ellipsoid at a point, in metres east and north of it.
 *
 * <p>Accuracy: the east scale changes with latitude, which bends the plane by about d² tan φ / 2R.
 * Within 200 m of the origin, where gates are decided, that is below 4 mm at 50° of latitude;
 * across a circuit (2 km) it is half a metre, good enough for shapes and distances.
 */
record LocalPlane(
        double latitude,
        double longitude,
        double metresPerDegreeNorth,
        double metresPerDegreeEast) {
    static LocalPlane at(double latitude, double longitude) {
        return new LocalPlane(
                latitude,
                longitude,
                Ellipsoid.metresPerDegreeNorth(latitude),
                Ellipsoid.metresPerDegreeEast(latitude));
    }

    double east(double otherLongitude) {
        double difference = otherLongitude - longitude;
        // The short way round where a circuit lies at 180 degrees.
        if (difference > 180) {
            difference -= 360;
        } else if (difference < -180) {
            difference += 360;
        }
        return difference * metresPerDegreeEast;
    }

    double north(double otherLatitude) {
        return (otherLatitude - latitude) * metresPerDegreeNorth;
    }

    double latitudeAt(double north) {
        return latitude + north / metresPerDegreeNorth;
    }

    double longitudeAt(double east) {
        return longitude + east / metresPerDegreeEast;
    }
}
