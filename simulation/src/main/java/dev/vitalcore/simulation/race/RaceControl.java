package dev.vitalcore.simulation.race;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.simulation.race.Truth.Flag;
import dev.vitalcore.simulation.race.Truth.Kind;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong in a race, and the flags that follow. */
final class RaceControl {
    private static final double SPIN_AT = 0.22;
    private static final double PUNCTURE_AT = 0.42;
    private static final double BREAKDOWN_AT = 0.62;

    /** Of contacts, those that turn round the car in front. */
    private static final double VICTIM_SPINS = 0.6;

    /** Of contacts, those that cut a tyre of the car that goes on; else its wings are bent. */
    private static final double CUT_TYRE = 0.35;

    private static final int LEAST_CARS = 5;
    private static final int LEAST_LAPS = 5;
    private static final int LAPS_BEHIND_SAFETY_CAR = 2;

    /** Of the safety car, and of those that catch up with it. */
    private static final double SAFETY_CAR_SPEED = 120 / 3.6;

    private static final double CATCHING_UP = 150 / 3.6;

    private final RaceSettings settings;
    private final SplittableRandom random;
    private final Truth truth;
    private final Posts posts;
    private Flag flag = Flag.GREEN;
    private final boolean quiet;
    private boolean spun;
    private boolean punctured;
    private boolean brokenDown;
    private int greenInLap;

    RaceControl(RaceSettings settings, SplittableRandom random, Truth truth, Posts posts) {
        this.settings = settings;
        this.random = random;
        this.truth = truth;
        this.posts = posts;
        quiet = settings.cars() < LEAST_CARS || settings.laps() < LEAST_LAPS;
        spun = quiet;
        punctured = quiet;
        brokenDown = quiet;
    }

    void look(List<RaceCar> cars, RaceCar leader, double time) {
        watch(cars, leader, time);
        posts.look(cars, leader.lap(), time);
    }

    private void watch(List<RaceCar> cars, RaceCar leader, double time) {
        if (flag == Flag.CHEQUERED) {
            return;
        }
        double done = leader.metres() / leader.circuit().length() / settings.laps();
        happen(cars, leader, done, time);
        if (done >= 1) {
            show(Flag.CHEQUERED, time);
        } else if (flag == Flag.SAFETY_CAR) {
            if (leader.lap() >= greenInLap) {
                posts.recovered();
                show(Flag.GREEN, time);
            }
        } else {
            boolean danger = cars.stream().anyMatch(car -> car.status() == RaceCar.Status.SPUN);
            show(danger ? Flag.YELLOW : Flag.GREEN, time);
        }
    }

    private void happen(List<RaceCar> cars, RaceCar leader, double done, double time) {
        if (!spun && done >= SPIN_AT) {
            RaceCar car = anyOnTrack(cars, leader);
            if (Math.abs(car.curvature()) > 1 / 150.0) {
                spun = true;
                car.spin(time);
                happened(car, Kind.SPIN, IncidentKind.SPIN, time);
            }
        } else if (!punctured && done >= PUNCTURE_AT) {
            punctured = true;
            RaceCar car = anyOnTrack(cars, leader);
            car.puncture();
            happened(car, Kind.PUNCTURE, IncidentKind.PUNCTURE, time);
        } else if (!brokenDown && done >= BREAKDOWN_AT) {
            brokenDown = true;
            RaceCar car = anyOnTrack(cars, leader);
            car.breakDown();
            happened(car, Kind.BREAKDOWN, IncidentKind.MECHANICAL, time);
            posts.stranded(car);
            greenInLap = leader.lap() + LAPS_BEHIND_SAFETY_CAR;
            show(Flag.SAFETY_CAR, time);
        }
    }

    /** Two cars touched: one of them turns round, the other is not what it was. */
    void touched(Traffic.Contact contact, RaceCar leader, double time) {
        if (quiet || flag == Flag.SAFETY_CAR || flag == Flag.CHEQUERED) {
            return;
        }
        boolean turns = random.nextDouble() < VICTIM_SPINS;
        RaceCar spinning = turns ? contact.attacked() : contact.attacker();
        RaceCar other = turns ? contact.attacker() : contact.attacked();
        happened(contact.attacker(), Kind.CONTACT, IncidentKind.CONTACT, time);
        happened(contact.attacked(), Kind.CONTACT, IncidentKind.CONTACT, time);
        spinning.spin(time);
        happened(spinning, Kind.SPIN, IncidentKind.SPIN, time);
        if (random.nextDouble() < CUT_TYRE) {
            other.puncture();
            happened(other, Kind.PUNCTURE, IncidentKind.PUNCTURE, time);
        } else {
            other.damage();
        }
        posts.debris(spinning, leader.lap());
    }

    private void happened(RaceCar car, Kind kind, IncidentKind seen, double time) {
        truth.happened(car.index(), kind, time);
        posts.report(car, seen, time);
    }

    private RaceCar anyOnTrack(List<RaceCar> cars, RaceCar leader) {
        List<RaceCar> candidates =
                cars.stream()
                        .filter(car -> car != leader)
                        .filter(car -> car.status() == RaceCar.Status.ON_TRACK)
                        .toList();
        return candidates.isEmpty() ? leader : candidates.get(random.nextInt(candidates.size()));
    }

    private void show(Flag next, double time) {
        if (next != flag) {
            flag = next;
            truth.shown(next, time);
        }
    }

    Flag flag() {
        return flag;
    }

    boolean overtakingAllowed(RaceCar car) {
        return flag != Flag.SAFETY_CAR && !posts.yellow().holds(car.metres());
    }

    /** What the flags allow a car, m/s. */
    double most(RaceCar car, RaceCar leader) {
        if (flag != Flag.SAFETY_CAR) {
            return Double.MAX_VALUE;
        }
        return car == leader ? SAFETY_CAR_SPEED : CATCHING_UP;
    }
}
