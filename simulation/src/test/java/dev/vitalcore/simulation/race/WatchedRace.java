package dev.vitalcore.simulation.race;

import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.circuit.MarshalSectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A race that is driven to its end and looked at all the while. */
final class WatchedRace {
    /** Cars that are alongside when a flag comes out need a moment to sort themselves out. */
    private static final double FLAG_IS_NEW_S = 3;

    /** Nobody closes by more within a look. */
    private static final double CLOSE_M = 20;

    private static final double TOLERANCE = 0.05;
    private static final int STEPS_A_LOOK = 10;

    final Race race;

    /** Passes of cars that race, where yellow flags were shown. */
    final List<String> passesUnderYellow = new ArrayList<>();

    /** Steps in which a car gained or lost more speed than it can. */
    final List<String> beyondTheCar = new ArrayList<>();

    /** Looks at a car that raced close behind another one where yellow flags were shown. */
    int closeUnderYellow;

    int passes;

    private final MarshalSectors sectors;
    private final double[] yellowSince;
    private final double[] metres;

    private WatchedRace(RaceSettings settings) {
        race = new Race(settings);
        sectors = race.circuit().marshalSectors();
        yellowSince = new double[sectors.count() + 1];
        metres = new double[settings.cars()];
    }

    static WatchedRace of(RaceSettings settings) {
        WatchedRace watched = new WatchedRace(settings);
        double limit = 400 + settings.laps() * 160.0;
        for (int step = 0; !watched.race.over() && step < limit / Race.STEP_S; step++) {
            watched.step();
            if (step % STEPS_A_LOOK == 0) {
                watched.look();
            }
        }
        return watched;
    }

    private void step() {
        double[][] limits = race.cars().stream().map(this::limits).toArray(double[][]::new);
        double[] before = race.cars().stream().mapToDouble(RaceCar::speed).toArray();
        race.step();
        for (RaceCar car : race.cars()) {
            double gained = (car.speed() - before[car.index()]) / Race.STEP_S;
            double[] limit = limits[car.index()];
            if (gained < limit[0] - TOLERANCE || gained > limit[1] + TOLERANCE) {
                beyondTheCar.add(
                        "car %d at %.2f s: %.2f, not %s"
                                .formatted(
                                        car.index() + 1,
                                        race.seconds(),
                                        gained,
                                        Arrays.toString(limit)));
            }
        }
    }

    /** The least and the most acceleration that tyres, brakes, engine and slope allow now. */
    private double[] limits(RaceCar car) {
        CarModel model = car.model();
        double mass = model.emptyMass() + car.fuel();
        double road = race.posts().surface().grip(car.metres());
        double grip = car.tyres().grip(race.wetness()) * road;
        double climb = CarModel.GRAVITY * car.circuit().slope(car.metres());
        double least = -model.deceleration(car.speed(), mass, grip, 1) - Chassis.ENGINE_BRAKE;
        double most = model.acceleration(car.speed(), mass, grip, 1, Traffic.MOST_SHELTER);
        return new double[] {least - climb, most - climb};
    }

    private void look() {
        for (int sector = 1; sector <= sectors.count(); sector++) {
            if (!isYellow(sector)) {
                yellowSince[sector] = race.seconds();
            }
        }
        for (RaceCar car : race.cars()) {
            race.cars().forEach(other -> lookAtPair(car, other));
        }
        race.cars().forEach(car -> metres[car.index()] = car.metres());
    }

    private void lookAtPair(RaceCar car, RaceCar other) {
        double length = car.circuit().length();
        double before = Math.IEEEremainder(metres[car.index()] - metres[other.index()], length);
        double now = Math.IEEEremainder(car.metres() - other.metres(), length);
        if (!races(car) || !races(other) || before >= 0 || before < -CLOSE_M) {
            return;
        }
        boolean underYellow = isUnderYellow(sectorOf(other));
        if (underYellow) {
            closeUnderYellow++;
        }
        if (now > 0 && now < CLOSE_M) {
            passes++;
            if (underYellow) {
                passesUnderYellow.add(
                        "%.1f s: car %d past %d in sector %d"
                                .formatted(
                                        race.seconds(),
                                        car.index() + 1,
                                        other.index() + 1,
                                        sectorOf(other)));
            }
        }
    }

    private static boolean races(RaceCar car) {
        return car.status() == RaceCar.Status.ON_TRACK
                && !car.tyres().punctured()
                && car.metres() > 0;
    }

    private boolean isUnderYellow(int sector) {
        return isYellow(sector) && race.seconds() - yellowSince[sector] > FLAG_IS_NEW_S;
    }

    private int sectorOf(RaceCar car) {
        return sectors.at(car.circuit().within(car.metres()));
    }

    private boolean isYellow(int sector) {
        SectorFlag flag = race.posts().flag(sector);
        return flag == SectorFlag.YELLOW || flag == SectorFlag.DOUBLE_YELLOW;
    }
}
