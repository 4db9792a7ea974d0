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
    private static final double ENGINE_BRAKING = 0.8;
    private static final double FASTEST = 76;

    private final Circuit circuit;
    private final double[] speed;

    /**
     * @param effort share of the grip that the driver uses, in speed: 0.98 is two per cent slower
     *     in corners
     */
    SpeedProfile(Circuit circuit, double effort) {
        this.circuit = circuit;
        double sideways = SIDEWAYS * effort * effort;
        double braking = BRAKING * effort * effort;
        int count = circuit.count();
        speed = new double[count];
        for (int i = 0; i < count; i++) {
            double corner = Math.sqrt(sideways / Math.max(Math.abs(circuit.curvature(i)), 1e-6));
            speed[i] = Math.min(corner, FASTEST);
        }
        // Twice round, so that the end of the lap knows its beginning.
        for (int i = 0; i < 2 * count; i++) {
            int here = i % count;
            int next = (i + 1) % count;
            double step = step(circuit, here);
            speed[next] =
                    Math.min(
                            speed[next],
                            reach(speed[here], engine(speed[here]) - drag(speed[here]), step));
        }
        for (int i = 2 * count; i > 0; i--) {
            int here = i % count;
            int before = (i - 1) % count;
            double step = step(circuit, before);
            speed[before] = Math.min(speed[before], reach(speed[here], braking, step));
        }
    }

    /** Metres a second at a distance from the line. */
    double speed(double metres) {
        int from = circuit.pointAt(metres);
        double share = (metres % circuit.length() - circuit.distance(from)) / step(circuit, from);
        return speed[from] + share * (speed[(from + 1) % speed.length] - speed[from]);
    }

    /** What the pedals do to the car, metres a second squared. */
    static double acceleration(double speed, Pedals pedals) {
        return pedals.throttle() * (engine(speed) + ENGINE_BRAKING)
                - ENGINE_BRAKING
                - pedals.brake() * BRAKING
                - drag(speed);
    }

    /**
     * The other way round: what the pedals must do.
     *
     * @return full throttle is 1, full brake -1
     */
    static double pedals(double speed, double acceleration) {
        double push = acceleration + drag(speed) + ENGINE_BRAKING;
        double share = push > 0 ? push / (engine(speed) + ENGINE_BRAKING) : push / BRAKING;
        return Math.clamp(share, -1, 1);
    }

    private static double engine(double speed) {
        return Math.min(TRACTION, POWER_W / (MASS_KG * Math.max(speed, 5)));
    }

    private static double drag(double speed) {
        return DRAG_KG_PER_M * speed * speed / MASS_KG;
    }

    private static double reach(double from, double acceleration, double metres) {
        return Math.sqrt(Math.max(1, from * from + 2 * acceleration * metres));
    }

    private static double step(Circuit circuit, int point) {
        double end = point + 1 == circuit.count() ? circuit.length() : circuit.distance(point + 1);
        return end - circuit.distance(point);
    }
}
