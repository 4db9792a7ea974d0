package dev.vitalcore.simulation.sensor;

import dev.vitalcore.simulation.race.Race;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.SplittableRandom;

/** One car at one moment of the race, as its sensors feel it. */
final class Moment {
    private final Race race;
    private final RaceCar car;
    private final SplittableRandom random;
    private final EngineBay bay = new EngineBay();
    private final GpsReceiver gps;
    private double[] place = {0, 0};

    Moment(Race race, RaceCar car, SplittableRandom random) {
        this.race = race;
        this.car = car;
        this.random = random;
        this.gps = new GpsReceiver(random.split());
    }

    /** The car has driven on. */
    void advance() {
        double power = car.throttle() * car.drivetrain().rpm() / 8_300;
        bay.work(power, car.speed(), race.air(), Race.STEP_S);
    }

    /** The next fix of the receiver is due. */
    void fix() {
        gps.advance();
        place = race.circuit().place(car.metres(), car.offset());
    }

    double east() {
        return gps.east(place[0]);
    }

    double north() {
        return gps.north(place[1]);
    }

    double up() {
        return gps.up(race.circuit().height(car.metres()));
    }

    GpsReceiver gps() {
        return gps;
    }

    Race race() {
        return race;
    }

    RaceCar car() {
        return car;
    }

    EngineBay bay() {
        return bay;
    }

    /** A value with the noise of its sensor. */
    double noisy(double value, double deviation) {
        return value + deviation * random.nextGaussian();
    }
}
