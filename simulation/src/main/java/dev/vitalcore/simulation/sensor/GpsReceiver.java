package dev.vitalcore.simulation.sensor;

import java.util.SplittableRandom;

/**
 * A receiver: its position wanders slowly with the satellites and jitters a little from fix to fix.
 */
final class GpsReceiver {
    /** Fixes a second. */
    static final int RATE = 10;

    private static final double WANDER_M = 0.2;
    private static final double WANDER_S = 90;
    private static final double JITTER_M = 0.04;
    private static final double SPEED_JITTER = 0.04;

    private final SplittableRandom random;
    private double wanderEast;
    private double wanderNorth;
    private double wanderUp;

    GpsReceiver(SplittableRandom random) {
        this.random = random;
    }

    /** The next fix is due. */
    void advance() {
        wanderEast = wander(wanderEast, WANDER_M);
        wanderNorth = wander(wanderNorth, WANDER_M);
        wanderUp = wander(wanderUp, 2 * WANDER_M);
    }

    /** An Ornstein-Uhlenbeck process. */
    private double wander(double now, double metres) {
        double back = 1.0 / (RATE * WANDER_S);
        return now * (1 - back) + metres * Math.sqrt(2 * back) * random.nextGaussian();
    }

    double east(double metres) {
        return metres + wanderEast + JITTER_M * random.nextGaussian();
    }

    double north(double metres) {
        return metres + wanderNorth + JITTER_M * random.nextGaussian();
    }

    double up(double metres) {
        return metres + wanderUp + 2 * JITTER_M * random.nextGaussian();
    }

    /** m/s. */
    double speed(double speed) {
        return Math.max(0, speed + SPEED_JITTER * random.nextGaussian());
    }

    int satellites() {
        return 16 + random.nextInt(3) - 1;
    }
}
