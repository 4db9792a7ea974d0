package dev.vitalcore.simulation.car;

import java.util.Arrays;

/** How the weight of the car lies on its wheels: it moves back, forward and outward. */
public final class WheelLoads {
    private static final double HEIGHT_OF_GRAVITY = 0.42;
    private static final double TRACK_WIDTH = 1.66;
    private static final double FRONT = 0.24;
    private static final double REAR = 0.26;
    private static final double LEAST = 0.02;

    private final double wheelbase;
    private final double[] shares = new double[TyreSet.WHEELS];

    /**
     * @param wheelbase m
     */
    public WheelLoads(double wheelbase) {
        this.wheelbase = wheelbase;
        Arrays.fill(shares, 1.0 / TyreSet.WHEELS);
    }

    /**
     * @param along acceleration along the road, m/s²
     * @param left acceleration to the left, m/s²
     */
    public void move(double along, double left) {
        double back = along * HEIGHT_OF_GRAVITY / (wheelbase * CarModel.GRAVITY) / 2;
        double right = left * HEIGHT_OF_GRAVITY / (TRACK_WIDTH * CarModel.GRAVITY) / 2;
        shares[0] = Math.max(LEAST, FRONT - back - right);
        shares[1] = Math.max(LEAST, FRONT - back + right);
        shares[2] = Math.max(LEAST, REAR + back - right);
        shares[3] = Math.max(LEAST, REAR + back + right);
    }

    /** Share of the weight. */
    public double on(int wheel) {
        return shares[wheel];
    }
}
