package dev.vitalcore.simulation.car;

import java.util.Arrays;

/** Four discs, which take the car's energy and give it to the air. */
public final class Brakes {
    private static final double FRONT_SHARE = 0.60;

    /** Of a disc, J/K. */
    private static final double CAPACITY = 4_200;

    private static final double COOLING = 0.006;
    private static final double COOLING_BY_SPEED = 0.000_45;
    private static final double FULL_BAR_FRONT = 88;
    private static final double FULL_BAR_REAR = 52;

    private final double[] disc = new double[TyreSet.WHEELS];
    private double pedal;

    public Brakes(double celsius) {
        Arrays.fill(disc, celsius);
    }

    /**
     * @param pedal 0 to 1
     * @param power taken from the car by the brakes, W
     */
    public void work(double pedal, double power, double speed, double air, double seconds) {
        this.pedal = pedal;
        for (int wheel = 0; wheel < disc.length; wheel++) {
            double share = (wheel < 2 ? FRONT_SHARE : 1 - FRONT_SHARE) / 2;
            double cooling = COOLING + COOLING_BY_SPEED * speed;
            disc[wheel] += seconds * (share * power / CAPACITY - cooling * (disc[wheel] - air));
        }
    }

    /** °C. */
    public double disc(int wheel) {
        return disc[wheel];
    }

    public double frontBar() {
        return FULL_BAR_FRONT * pedal;
    }

    public double rearBar() {
        return FULL_BAR_REAR * pedal;
    }
}
