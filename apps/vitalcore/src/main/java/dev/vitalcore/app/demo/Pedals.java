package dev.vitalcore.app.demo;

/**
 * A driver's feet: throttle or brake, never both, and no faster than a leg moves. Full throttle is
 * 1 on one axis, full brake -1.
 */
final class Pedals {
    private static final double THROTTLE_DOWN_S = 0.3;
    private static final double BRAKE_DOWN_S = 0.15;
    private static final double UP_S = 0.2;

    private double position;

    /** Moves towards where the driver wants them, for some seconds. */
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
