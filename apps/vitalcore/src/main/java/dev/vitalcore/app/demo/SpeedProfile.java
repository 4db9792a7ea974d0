package dev.vitalcore.app.demo;

/**
 * The fastest speed at each point of a circuit for a point mass with a limit of sideways grip, of
 * engine power and of braking: corner speeds first, then a pass forward for what the engine gives
 * and one backward for what the brakes take (quasi-steady-state lap simulation).
 */
final class SpeedProfile {
    private static final double MASS_KG = 1_280;
    private static final double POWER_W = 390_000;
    private static final double DRAG_KG_PER_M = 0.62;
    private static final double SIDEWAYS = 14.5;
    private static final double TRACTION = 8.0;
    private static final double BRAKING = 12.5;
    private static final double FASTEST = 76;

    private final double[] speed;
    private final double[] acceleration;

    SpeedProfile(Circuit circuit) {
        int count = circuit.count();
        speed = new double[count];
        for (int i = 0; i < count; i++) {
            double corner = Math.sqrt(SIDEWAYS / Math.max(Math.abs(circuit.curvature(i)), 1e-6));
            speed[i] = Math.min(corner, FASTEST);
        }
        // Twice round, so that the end of the lap knows its beginning.
        for (int i = 0; i < 2 * count; i++) {
            int here = i % count;
            int next = (i + 1) % count;
            double step = step(circuit, here);
            speed[next] = Math.min(speed[next], reach(speed[here], driving(speed[here]), step));
        }
        for (int i = 2 * count; i > 0; i--) {
            int here = i % count;
            int before = (i - 1) % count;
            double step = step(circuit, before);
            speed[before] = Math.min(speed[before], reach(speed[here], BRAKING, step));
        }
        acceleration = new double[count];
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            acceleration[i] =
                    (speed[next] * speed[next] - speed[i] * speed[i]) / (2 * step(circuit, i));
        }
    }

    /** Metres a second. */
    double speed(int point) {
        return speed[point];
    }

    /** Metres a second squared along the line. */
    double acceleration(int point) {
        return acceleration[point];
    }

    /** The most that the engine gives at a speed, against the air. */
    static double driving(double speed) {
        double drag = DRAG_KG_PER_M * speed * speed / MASS_KG;
        return Math.min(TRACTION, POWER_W / (MASS_KG * Math.max(speed, 5))) - drag;
    }

    static double braking() {
        return BRAKING;
    }

    private static double reach(double from, double acceleration, double metres) {
        return Math.sqrt(Math.max(1, from * from + 2 * acceleration * metres));
    }

    private static double step(Circuit circuit, int point) {
        double end = point + 1 == circuit.count() ? circuit.length() : circuit.distance(point + 1);
        return end - circuit.distance(point);
    }
}
