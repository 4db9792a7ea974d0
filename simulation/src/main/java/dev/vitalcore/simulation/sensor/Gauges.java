package dev.vitalcore.simulation.sensor;

import static dev.vitalcore.contracts.telemetry.StandardChannels.ACCELERATION_LATERAL;
import static dev.vitalcore.contracts.telemetry.StandardChannels.ACCELERATION_LONGITUDINAL;
import static dev.vitalcore.contracts.telemetry.StandardChannels.AIR_TEMPERATURE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.ALTITUDE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.BRAKE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.BRAKE_PRESSURE_FRONT;
import static dev.vitalcore.contracts.telemetry.StandardChannels.BRAKE_PRESSURE_REAR;
import static dev.vitalcore.contracts.telemetry.StandardChannels.ENGINE_SPEED;
import static dev.vitalcore.contracts.telemetry.StandardChannels.GEAR;
import static dev.vitalcore.contracts.telemetry.StandardChannels.HEADING;
import static dev.vitalcore.contracts.telemetry.StandardChannels.IN_PIT_LANE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.LATITUDE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.LONGITUDE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.PIT_STOPS;
import static dev.vitalcore.contracts.telemetry.StandardChannels.SATELLITES;
import static dev.vitalcore.contracts.telemetry.StandardChannels.SPEED;
import static dev.vitalcore.contracts.telemetry.StandardChannels.STEERING;
import static dev.vitalcore.contracts.telemetry.StandardChannels.THROTTLE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.TRACK_TEMPERATURE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.TYRE_AGE;
import static dev.vitalcore.contracts.telemetry.StandardChannels.TYRE_COMPOUND;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.ArrayList;
import java.util.List;

/** The sensors of a car, by how often they are read. */
final class Gauges {
    static final List<String> WHEELS = List.of("fl", "fr", "rl", "rr");
    private static final double KMH = 3.6;
    private static final double STEERING_RATIO = 13.5;

    /** How much more a car turns its wheels than its path needs, degrees at the wheel a g. */
    private static final double UNDERSTEER = 0.9;

    /** Of petrol, kg/l. */
    private static final double PETROL = 0.745;

    private static final List<String> ACROSS = List.of("inner", "middle", "outer");

    private Gauges() {}

    /** Read with the receiver. */
    static List<Gauge> position() {
        return List.of(
                new Gauge(
                        LATITUDE,
                        Unit.DEGREE,
                        Precision.DOUBLE,
                        now -> now.race().circuit().latitude(now.north())),
                new Gauge(
                        LONGITUDE,
                        Unit.DEGREE,
                        Precision.DOUBLE,
                        now -> now.race().circuit().longitude(now.east())),
                Gauge.of(ALTITUDE, Unit.METRE, now -> 230 + now.up()),
                Gauge.of(
                        SPEED,
                        Unit.KILOMETRE_PER_HOUR,
                        now -> KMH * now.gps().speed(now.car().speed())),
                Gauge.of(
                        HEADING,
                        Unit.DEGREE,
                        now -> now.race().circuit().bearing(now.car().metres())),
                Gauge.of(SATELLITES, Unit.NONE, now -> now.gps().satellites()));
    }

    /** Driver, engine and inertial sensors, a hundred times a second. */
    static List<Gauge> driving() {
        List<Gauge> gauges =
                new ArrayList<>(
                        List.of(
                                Gauge.of(
                                        ENGINE_SPEED,
                                        Unit.REVOLUTION_PER_MINUTE,
                                        now -> now.noisy(now.car().drivetrain().rpm(), 12)),
                                Gauge.of(GEAR, Unit.NONE, now -> now.car().drivetrain().gear()),
                                Gauge.of(THROTTLE, Unit.PERCENT, now -> 100 * now.car().throttle()),
                                Gauge.of(BRAKE, Unit.PERCENT, now -> 100 * now.car().brake()),
                                Gauge.of(
                                        BRAKE_PRESSURE_FRONT,
                                        Unit.BAR,
                                        now -> now.noisy(now.car().brakes().frontBar(), 0.15)),
                                Gauge.of(
                                        BRAKE_PRESSURE_REAR,
                                        Unit.BAR,
                                        now -> now.noisy(now.car().brakes().rearBar(), 0.15)),
                                Gauge.of(STEERING, Unit.DEGREE, Gauges::steering),
                                Gauge.of(
                                        ACCELERATION_LONGITUDINAL,
                                        Unit.STANDARD_GRAVITY,
                                        now -> now.noisy(g(now.car().acceleration()), 0.02)),
                                Gauge.of(
                                        ACCELERATION_LATERAL,
                                        Unit.STANDARD_GRAVITY,
                                        now -> now.noisy(g(now.car().lateralAcceleration()), 0.02)),
                                Gauge.of(
                                        "acceleration_vertical",
                                        Unit.STANDARD_GRAVITY,
                                        now -> now.noisy(1, 0.01 + 0.0012 * now.car().speed())),
                                Gauge.of(
                                        "yaw_rate",
                                        Unit.DEGREE_PER_SECOND,
                                        now -> now.noisy(Math.toDegrees(turning(now.car())), 0.3)),
                                Gauge.of("engine_torque", Unit.NEWTON_METRE, Gauges::torque),
                                Gauge.of(
                                        "ride_height_front",
                                        Unit.MILLIMETRE,
                                        now -> now.noisy(62 - squat(now.car(), 0), 0.4)),
                                Gauge.of(
                                        "ride_height_rear",
                                        Unit.MILLIMETRE,
                                        now -> now.noisy(74 - squat(now.car(), 2), 0.4))));
        for (int wheel = 0; wheel < TyreSet.WHEELS; wheel++) {
            int which = wheel;
            gauges.add(
                    Gauge.of(
                            "wheel_speed_" + WHEELS.get(wheel),
                            Unit.KILOMETRE_PER_HOUR,
                            now -> now.noisy(wheelSpeed(now.car(), which), 0.1)));
        }
        return List.copyOf(gauges);
    }

    /** Temperatures, pressures and levels, ten times a second. */
    static List<Gauge> slow() {
        List<Gauge> gauges = new ArrayList<>();
        for (int wheel = 0; wheel < TyreSet.WHEELS; wheel++) {
            int which = wheel;
            String name = WHEELS.get(wheel);
            for (int place = 0; place < ACROSS.size(); place++) {
                double off = 3.5 * (1 - place);
                gauges.add(
                        Gauge.of(
                                "tyre_temperature_" + name + "_" + ACROSS.get(place),
                                Unit.CELSIUS,
                                now -> now.noisy(now.car().tyres().surface(which) + off, 0.4)));
            }
            gauges.add(
                    Gauge.of(
                            "tyre_pressure_" + name,
                            Unit.BAR,
                            now -> now.noisy(now.car().tyres().pressure(which), 0.004)));
            gauges.add(
                    Gauge.of(
                            "brake_temperature_" + name,
                            Unit.CELSIUS,
                            now -> now.noisy(now.car().brakes().disc(which), 1.5)));
        }
        gauges.addAll(
                List.of(
                        Gauge.of(
                                "water_temperature",
                                Unit.CELSIUS,
                                now -> now.noisy(now.bay().water(), 0.2)),
                        Gauge.of(
                                "oil_temperature",
                                Unit.CELSIUS,
                                now -> now.noisy(now.bay().oil(), 0.2)),
                        Gauge.of(
                                "gearbox_temperature",
                                Unit.CELSIUS,
                                now -> now.noisy(now.bay().gearbox(), 0.2)),
                        Gauge.of(
                                "oil_pressure",
                                Unit.BAR,
                                now ->
                                        now.noisy(
                                                1.4
                                                        + 4.1 * now.car().drivetrain().rpm() / 8_300
                                                        - 0.006 * (now.bay().oil() - 90),
                                                0.03)),
                        Gauge.of("fuel_pressure", Unit.BAR, now -> now.noisy(4.0, 0.02)),
                        Gauge.of(
                                "fuel_level",
                                Unit.LITRE,
                                now -> now.noisy(now.car().fuel() / PETROL, 0.05)),
                        Gauge.of(
                                "lambda",
                                Unit.LAMBDA,
                                now -> now.noisy(1.02 - 0.13 * now.car().throttle(), 0.004)),
                        Gauge.of(
                                "intake_temperature",
                                Unit.CELSIUS,
                                now ->
                                        now.noisy(
                                                now.race().air() + 9 - 0.06 * now.car().speed(),
                                                0.1)),
                        Gauge.of("battery_voltage", Unit.VOLT, now -> now.noisy(13.9, 0.03)),
                        Gauge.of(PIT_STOPS, Unit.NONE, now -> now.car().stops()),
                        Gauge.of(TYRE_AGE, Unit.NONE, now -> now.car().tyreLaps()),
                        Gauge.of(
                                IN_PIT_LANE,
                                Unit.NONE,
                                now -> now.car().status() == RaceCar.Status.IN_PITS ? 1 : 0),
                        Gauge.of(
                                TYRE_COMPOUND,
                                Unit.NONE,
                                now -> now.car().tyres().compound().code()),
                        Gauge.of(
                                AIR_TEMPERATURE,
                                Unit.CELSIUS,
                                now -> now.noisy(now.race().air(), 0.05)),
                        Gauge.of(
                                TRACK_TEMPERATURE,
                                Unit.CELSIUS,
                                now -> now.noisy(now.race().road(), 0.1))));
        return List.copyOf(gauges);
    }

    private static double g(double acceleration) {
        return acceleration / CarModel.GRAVITY;
    }

    private static double turning(RaceCar car) {
        return car.speed() * car.curvature();
    }

    private static double steering(Moment now) {
        RaceCar car = now.car();
        double path = Math.toDegrees(StrictMath.atan(car.model().wheelbase() * car.curvature()));
        double slip = UNDERSTEER * g(car.lateralAcceleration());
        return now.noisy(STEERING_RATIO * (path + slip), 0.3);
    }

    private static double torque(Moment now) {
        RaceCar car = now.car();
        double radians = Math.max(150, car.drivetrain().rpm() * Math.PI / 30);
        double most = Math.min(620, car.model().power() * 1.12 / radians);
        return now.noisy(car.throttle() * most - (1 - car.throttle()) * 45, 3);
    }

    /** By how much the car is pressed down on an axle, mm. */
    private static double squat(RaceCar car, int wheel) {
        double aero = car.model().downforce(car.speed()) / 4 / 165;
        double weight = (car.load(wheel) + car.load(wheel + 1) - 0.5) * 1_400 * CarModel.GRAVITY;
        return aero + weight / 2 / 165;
    }

    /** Inner wheels turn slower, driven ones slip, braked ones more. */
    private static double wheelSpeed(RaceCar car, int wheel) {
        double side = wheel % 2 == 0 ? -1 : 1;
        double corner = 1 + side * car.curvature() * 0.83;
        double slip = wheel < 2 ? 0 : 0.035 * car.throttle();
        double lock = car.brake() * (wheel < 2 ? 0.045 : 0.03);
        return KMH * car.speed() * corner * (1 + slip - lock);
    }
}
