package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.SpeedProfile;
import dev.vitalcore.simulation.circuit.RacingLine;
import java.util.SplittableRandom;

/**
 * The driver's picture of what the car can do now, and how hard he tries in each corner of this
 * lap. Made anew every few hundred metres, as tyres, fuel and road change.
 */
final class Picture {
    private static final double RENEWED_M = 400;

    /** So far behind its apex a corner is over, and the next one counts. */
    private static final double BEHIND_APEX_M = 40;

    private final Driver driver;
    private final RacingLine line;
    private final double[] effort;
    private SpeedProfile profile;
    private double renewAt;
    private int seenOfSurface;

    Picture(Driver driver, CarModel model, RacingLine line, SplittableRandom random) {
        this.driver = driver;
        this.line = line;
        this.effort = new double[line.circuit().corners().size()];
        drawEffort(random);
        profile = SpeedProfile.of(line, model, model.emptyMass(), point -> driver.pace());
    }

    /** How hard the driver tries in each corner of the lap to come. */
    void drawEffort(SplittableRandom random) {
        for (int corner = 0; corner < effort.length; corner++) {
            effort[corner] = driver.pace() + driver.spread() * random.nextGaussian();
        }
    }

    /** Thinks again where it is time to, or where something new lies on the road. */
    void renew(Chassis chassis, Conditions now) {
        Surface surface = now.surface();
        if (chassis.metres() < renewAt && seenOfSurface == surface.changes()) {
            return;
        }
        renewAt = chassis.metres() + RENEWED_M;
        seenOfSurface = surface.changes();
        double grip = chassis.tyres().grip(now.wetness());
        profile =
                SpeedProfile.of(
                        line,
                        chassis.model(),
                        chassis.mass(),
                        point ->
                                grip * surface.grip(point * line.step()) * effort[cornerOf(point)]);
    }

    /** The car is another one now: its tyres were changed, or its wings were bent. */
    void renewNext() {
        renewAt = Double.NEGATIVE_INFINITY;
    }

    /** m/s. */
    double speed(double metres) {
        return profile.at(metres);
    }

    /** The corner that the road at the point leads to. */
    private int cornerOf(int point) {
        double at = point * line.step();
        for (int corner = 0; corner < effort.length; corner++) {
            if (at <= line.circuit().corners().get(corner).apexMetres() + BEHIND_APEX_M) {
                return corner;
            }
        }
        return 0;
    }
}
