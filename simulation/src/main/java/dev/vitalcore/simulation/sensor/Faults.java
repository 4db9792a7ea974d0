package dev.vitalcore.simulation.sensor;

/**
 * What goes wrong with the sensors of a car.
 *
 * @param drifting channel that drifts; empty for none
 * @param dead channel that says nothing any more; empty for none
 */
record Faults(String drifting, double driftingFrom, String dead, double deadFrom) {
    private static final double DRIFT_A_SECOND = 0.3;

    /** One car of a field has a sensor that drifts, and another one that has a dead one. */
    static Faults of(int car, int cars, long seed) {
        int drifts = Math.floorMod(seed, cars);
        int dies = Math.floorMod(seed + 7, cars);
        String drifting = car == drifts ? "brake_temperature_fl" : "";
        String dead = car == dies ? "tyre_pressure_rr" : "";
        return new Faults(drifting, 120, dead, 240);
    }

    double apply(String channel, double value, double seconds) {
        if (channel.equals(dead) && seconds >= deadFrom) {
            return Double.NaN;
        }
        if (channel.equals(drifting) && seconds >= driftingFrom) {
            return value + DRIFT_A_SECOND * (seconds - driftingFrom);
        }
        return value;
    }
}
