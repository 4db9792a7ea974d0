package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.car.Brakes;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.Compound;
import dev.vitalcore.simulation.car.Drivetrain;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.car.WheelLoads;
import dev.vitalcore.simulation.circuit.RacingLine;

/** The car under its driver: what pedals, tyres, air and slope make of it along the line. */
final class Chassis {
    /** How far the driver looks ahead, s. */
    static final double PREVIEW_S = 0.22;

    private static final double RESOLUTION = 1.25;

    /** m/s². */
    static final double ENGINE_BRAKE = 0.5;

    /** Of its grip a driver keeps so much for the brakes, however sharp the corner. */
    private static final double LEAST_BRAKING = 0.25;

    /** Of fuel for a joule at the wheels, kg. */
    private static final double FUEL = 8.6e-8;

    private static final double BRAKE_DISC_CELSIUS = 180;

    private final RacingLine line;
    private final Feet feet = new Feet();
    private final Drivetrain drivetrain = new Drivetrain();
    private final Brakes brakes = new Brakes(BRAKE_DISC_CELSIUS);
    private final WheelLoads loads;
    private CarModel model;
    private TyreSet tyres = new TyreSet(Compound.MEDIUM);
    private double metres;
    private double speed;
    private double acceleration;
    private double fuel;

    Chassis(CarModel model, RacingLine line, double metres, double fuel) {
        this.model = model;
        this.line = line;
        this.metres = metres;
        this.fuel = fuel;
        loads = new WheelLoads(model.wheelbase());
    }

    /**
     * Moves for a moment.
     *
     * @param wanted where the driver wants the speed to be in {@link #PREVIEW_S}, m/s
     */
    void move(double wanted, Conditions now, double seconds) {
        double mass = mass();
        double grip = tyres.grip(now.wetness()) * now.surface().grip(metres);
        double limit = model.lateral(speed, mass, grip);
        double lateral = Math.min(1, Math.abs(lateralAcceleration()) / limit);
        double share = Math.sqrt(1 - lateral * lateral);
        double climb = CarModel.GRAVITY * line.circuit().slope(metres);
        double coast = -model.drag(speed, now.shelter()) / mass - climb;
        double push = model.acceleration(speed, mass, grip, share, now.shelter()) - climb;
        double brake =
                -model.deceleration(speed, mass, grip, Math.max(share, LEAST_BRAKING)) - climb;
        feet.towards(pedal(wanted, coast, push, brake), seconds);
        double before = speed;
        acceleration =
                coast
                        + feet.throttle() * Math.max(0, push - coast)
                        - feet.brake() * (coast - brake)
                        - (feet.throttle() == 0 && speed > 2 ? ENGINE_BRAKE : 0);
        if (speed <= 0 && wanted <= 0) {
            acceleration = 0;
        }
        speed = Math.max(0, speed + acceleration * seconds);
        metres += (before + speed) / 2 * seconds / line.stretch(metres);
        double used = Math.min(1, push / model.traction(speed, mass, grip));
        wear((speed - before) / seconds, lateral, used, now.air(), seconds);
    }

    /** The driver's wish on the axis of {@link Feet}. */
    private double pedal(double wantedSpeed, double coast, double push, double brake) {
        double wanted = RESOLUTION * (wantedSpeed - speed) / PREVIEW_S;
        double pedal =
                wanted >= coast - ENGINE_BRAKE
                        ? (wanted - coast) / Math.max(0.1, push - coast)
                        : (wanted - coast) / Math.max(0.1, coast - brake);
        return Math.clamp(pedal, -1, 1);
    }

    private void wear(double along, double lateral, double driven, double air, double seconds) {
        double onWheels = feet.throttle() * model.push(speed, mass()) * mass() * Math.max(speed, 0);
        fuel = Math.max(0, fuel - FUEL * Math.min(onWheels, model.power()) * seconds);
        double braked = Math.max(0, -along * mass() - model.drag(speed, 0)) * speed;
        brakes.work(feet.brake(), feet.brake() > 0 ? braked : 0, speed, air, seconds);
        drivetrain.follow(speed, feet.throttle(), seconds);
        loads.move(along, lateralAcceleration());
        double straight = along >= 0 ? feet.throttle() * driven : feet.brake();
        double usage = Math.min(1.05, Math.hypot(lateral, Math.max(0, straight) * 0.9));
        tyres.work(usage, speed, loads, air, seconds);
        tyres.leak(seconds);
    }

    void fit(Compound compound) {
        tyres = new TyreSet(compound);
    }

    /** Bent wings, for the rest of the race. */
    void damage() {
        model = model.damaged();
    }

    CarModel model() {
        return model;
    }

    TyreSet tyres() {
        return tyres;
    }

    Brakes brakes() {
        return brakes;
    }

    Drivetrain drivetrain() {
        return drivetrain;
    }

    WheelLoads loads() {
        return loads;
    }

    Feet feet() {
        return feet;
    }

    /** Along the centre line since the start line was first passed. */
    double metres() {
        return metres;
    }

    /** m/s. */
    double speed() {
        return speed;
    }

    /** Along the road, m/s². */
    double acceleration() {
        return acceleration;
    }

    /** To the left, m/s². */
    double lateralAcceleration() {
        return line.curvature(metres) * speed * speed;
    }

    /** kg. */
    double fuel() {
        return fuel;
    }

    /** With its fuel, kg. */
    double mass() {
        return model.emptyMass() + fuel;
    }
}
