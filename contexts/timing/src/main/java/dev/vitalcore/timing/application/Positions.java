package dev.vitalcore.timing.application;

/** Where a car was, point by point; the arrays of one kind have equal length. */
public sealed interface Positions {
    /** WGS84 degrees. */
    record OnEarth(double[] latitude, double[] longitude) implements Positions {}

    /** Metres in the world of a game. */
    record InWorld(double[] x, double[] y) implements Positions {}
}
