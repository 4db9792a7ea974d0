package dev.vitalcore.simulation.sensor;

import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.SplittableRandom;

/** Travel of the four dampers: the load on the wheel, and the road under it. */
final class Dampers {
    private static final double STATIC_MM = 24;
    private static final double MASS = 1_400;

    /** N/mm at the wheel. */
    private static final double RATE = 150;

    /** How long a bump lasts, s. */
    private static final double BUMP_S = 0.02;

    private final double[] bump = new double[TyreSet.WHEELS];
    private final SplittableRandom random;

    Dampers(SplittableRandom random) {
        this.random = random;
    }

    /** After so many seconds more, mm. */
    double travel(RaceCar car, int wheel, double seconds) {
        double back = Math.min(1, seconds / BUMP_S);
        double roughness = 0.05 + 0.022 * car.speed();
        bump[wheel] +=
                -back * bump[wheel] + roughness * Math.sqrt(2 * back) * random.nextGaussian();
        double weight = (car.load(wheel) - 0.25) * MASS * CarModel.GRAVITY / RATE;
        double aero = car.model().downforce(car.speed()) / TyreSet.WHEELS / RATE;
        return STATIC_MM + weight + aero + bump[wheel];
    }
}
