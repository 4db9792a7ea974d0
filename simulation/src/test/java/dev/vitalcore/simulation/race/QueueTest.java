package dev.vitalcore.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A quick car behind a slow one. */
class QueueTest {
    private static final RaceSettings TWO = new RaceSettings("talheim", 2, 4, 5);
    private static final double SECONDS = 300;
    private static final int BENT_WINGS = 10;

    @Test
    void passesWhereItMayAndStaysBehindWhereItMayNot() {
        assertThat(lead(true)).isNegative();
        assertThat(lead(false)).isBetween(Traffic.CAR_M, 60.0);
    }

    @Test
    void mayNotInAMarshalSectorUnderYellow() {
        List<RaceCar> cars = new Race(TWO).cars();
        Posts posts = new Posts(cars.getFirst().circuit(), cars.size());
        RaceControl control = new RaceControl(TWO, new SplittableRandom(1), new Truth(), posts);
        assertThat(control.overtakingAllowed(cars.getLast())).isTrue();

        posts.stranded(cars.getFirst());
        posts.look(cars, 1, 0);
        assertThat(control.overtakingAllowed(cars.getLast())).isFalse();

        posts.recovered();
        posts.look(cars, 1, 1);
        assertThat(control.overtakingAllowed(cars.getLast())).isTrue();
    }

    /** Of the slow car after some minutes, metres. */
    private static double lead(boolean free) {
        Race race = new Race(TWO);
        List<RaceCar> cars = race.cars();
        Traffic traffic = new Traffic(cars.size());
        for (int bent = 0; bent < BENT_WINGS; bent++) {
            cars.getFirst().damage();
        }
        cars.forEach(RaceCar::start);
        for (int step = 0; step * Race.STEP_S < SECONDS; step++) {
            double time = step * Race.STEP_S;
            if (step % 10 == 0) {
                traffic.look(cars, time, car -> free);
            }
            for (RaceCar car : cars) {
                int index = car.index();
                Surface surface = race.posts().surface();
                car.drive(
                        time,
                        Race.STEP_S,
                        new Conditions(
                                0, 20, surface, traffic.most(index), 1, traffic.shelter(index)));
            }
        }
        return cars.getFirst().metres() - cars.getLast().metres();
    }
}
