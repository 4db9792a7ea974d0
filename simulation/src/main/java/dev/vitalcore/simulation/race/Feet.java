package dev.vitalcore.simulation.race;

/**
 * The driver's feet: throttle or brake, never both, and no faster than a leg moves. On one axis:
 * full throttle is 1, full brake -1.
 */
final class Feet {
    private static final double THROTTLE_DOWN_S = 0.25;
    private static final double BRAKE_DOWN_S = 0.12;
    private static final double UP_S = 0.15;

    private double position;

    void towards(double wanted, double seconds) {
        double up = seconds / UP_S;
        double least =
                position > 0 ? Math.max(0, position - up) : position - seconds / BRAKE_DOWN_S;
        double most =
                position < 0 ? Math.min(0, position + up) : position + seconds / THROTTLE_DOWN_S;
        position = Math.clamp(wanted, Math.max(-1, least), Math.min(1, most));
    }

    /** 0 to 1. */
    double throttle() {
        return Math.max(0, position);
    }

    /** 0 to 1. */
    double brake() {
        return Math.max(0, -position);
    }
}
