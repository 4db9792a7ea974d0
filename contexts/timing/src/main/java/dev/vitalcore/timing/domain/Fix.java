package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One position of the car; {@code speedKmh} NaN where unknown. */
record Fix(long time, double latitude, double longitude, double speedKmh) {
    boolean samePlace(Fix other) {
        return latitude == other.latitude && longitude == other.longitude;
    }

    double secondsAfter(Fix earlier) {
        return (time - earlier.time) / 1e9;
    }

    double metresFrom(Fix other) {
        LocalPlane plane = LocalPlane.at(other.latitude, other.longitude);
        return Math.hypot(plane.east(longitude), plane.north(latitude));
    }

    /** Receivers without a fix write 0/0 or values off the globe. */
    static boolean plausible(double latitude, double longitude) {
        return Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180
                && (Math.abs(latitude) > 1e-6 || Math.abs(longitude) > 1e-6);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(time);
        out.writeDouble(latitude);
        out.writeDouble(longitude);
        out.writeDouble(speedKmh);
    }

    static Fix read(DataInput in) throws IOException {
        return new Fix(in.readLong(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
