package dev.vitalcore.simulation.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What cars do to each other: shelter from the wind, following, overtaking, and now and then
 * contact. Looked at ten times a second.
 */
final class Traffic {
    /** Two cars touched. */
    record Contact(RaceCar attacker, RaceCar attacked) {}

    private static final double SHELTER_M = 70;
    static final double MOST_SHELTER = 0.24;
    static final double CAR_M = 5;
    private static final double FOLLOW_S = 0.22;
    private static final double SIDE_M = 2.7;

    /** Where the road is straighter than this a car may come alongside. */
    private static final double STRAIGHT = 1 / 260.0;

    /** Where it is less straight than this two cars alongside are in each other's way. */
    private static final double CORNER = 1 / 120.0;

    private static final double ATTEMPT_S = 7;
    private static final double PULL_OUT_M = 9;
    private static final double PULL_OUT_S = 1.2;

    /** An attacker whose own mirrors are full has no time to wait for the next straight. */
    private static final double PRESSURE_M = 40;

    /** Of attempts that end alongside in a corner and under pressure, by the boldest driver. */
    private static final double TOUCHES = 0.17;

    private final double[] most;
    private final double[] shelter;
    private final int[] target;
    private final double[] givesUpAt;
    private final boolean[] isOut;
    private final boolean[] squeezed;
    private final Queue queue = new Queue();

    Traffic(int cars) {
        most = new double[cars];
        shelter = new double[cars];
        target = new int[cars];
        givesUpAt = new double[cars];
        isOut = new boolean[cars];
        squeezed = new boolean[cars];
        Arrays.fill(target, -1);
        Arrays.fill(most, Double.MAX_VALUE);
    }

    /** The most that traffic allows a car, m/s. */
    double most(int car) {
        return most[car];
    }

    /** Share of the drag that a car ahead takes away. */
    double shelter(int car) {
        return shelter[car];
    }

    /**
     * @param free whether a car is where overtaking is allowed
     * @return the cars that touch now
     */
    List<Contact> look(List<RaceCar> cars, double time, Predicate<RaceCar> free) {
        List<Contact> contacts = new ArrayList<>();
        for (RaceCar car : cars) {
            most[car.index()] = Double.MAX_VALUE;
            shelter[car.index()] = 0;
            if (car.status() != RaceCar.Status.ON_TRACK || car.metres() < 0) {
                target[car.index()] = -1;
                continue;
            }
            RaceCar ahead = nextAhead(cars, car);
            if (ahead != null) {
                takeShelter(car, ahead);
            }
            if (!free.test(car)) {
                target[car.index()] = -1;
                most[car.index()] = queue.hold(cars, car);
            } else if (ahead == null) {
                backToLine(car);
            } else if (target[car.index()] == ahead.index()) {
                attack(cars, car, ahead, time, contacts);
            } else {
                follow(car, ahead, time);
            }
        }
        return contacts;
    }

    private static @Nullable RaceCar nextAhead(List<RaceCar> cars, RaceCar car) {
        return cars.stream()
                .filter(other -> other != car)
                .filter(other -> isOnRoad(other) && gap(car, other) < SHELTER_M)
                .min(Comparator.comparingDouble(other -> gap(car, other)))
                .orElse(null);
    }

    static boolean isOnRoad(RaceCar car) {
        return car.status() == RaceCar.Status.ON_TRACK || car.status() == RaceCar.Status.SPUN;
    }

    /** From nose to nose along the circuit, forward. */
    static double gap(RaceCar car, RaceCar other) {
        return car.circuit().within(other.metres() - car.metres());
    }

    private void takeShelter(RaceCar car, RaceCar ahead) {
        if (Math.abs(car.offset() - ahead.offset()) < 1.6) {
            shelter[car.index()] = MOST_SHELTER * (1 - gap(car, ahead) / SHELTER_M);
        }
    }

    /** In the shelter of the one ahead, then beside it. */
    private void attack(
            List<RaceCar> cars, RaceCar car, RaceCar ahead, double time, List<Contact> contacts) {
        int me = car.index();
        pullOut(car, ahead);
        boolean alongside = gap(car, ahead) < CAR_M && ahead.status() == RaceCar.Status.ON_TRACK;
        if (alongside && !squeezed[me] && Math.abs(car.curvature()) > CORNER) {
            squeezed[me] = true;
            if (isPressed(cars, car) && car.chance() < TOUCHES * car.aggression()) {
                contacts.add(new Contact(car, ahead));
                target[me] = -1;
                return;
            }
        }
        if (time > givesUpAt[me]) {
            target[me] = -1;
            backToLine(car);
        }
    }

    /** Out of the shelter as late as can be, which is sooner for a car that closes fast. */
    private void pullOut(RaceCar car, RaceCar ahead) {
        double closing = Math.max(0, car.speed() - ahead.speed());
        if (!isOut[car.index()] && gap(car, ahead) < PULL_OUT_M + closing * PULL_OUT_S) {
            isOut[car.index()] = true;
            car.moveBeside(ahead.besideLine() + (ahead.offset() > 0 ? -SIDE_M : SIDE_M));
        }
    }

    private static boolean isPressed(List<RaceCar> cars, RaceCar car) {
        return cars.stream()
                .filter(hunter -> hunter != car && isOnRoad(hunter))
                .mapToDouble(hunter -> car.circuit().within(car.metres() - hunter.metres()))
                .anyMatch(behind -> behind < PRESSURE_M);
    }

    private void follow(RaceCar car, RaceCar ahead, double time) {
        int me = car.index();
        double gap = gap(car, ahead);
        double following = CAR_M + FOLLOW_S * car.speed();
        if (gap > following) {
            backToLine(car);
            return;
        }
        boolean stands = ahead.speed() < 0.5 * car.speed();
        boolean lapped = car.metres() - ahead.metres() > car.circuit().length() / 2;
        boolean straight = Math.abs(car.circuit().curvature(car.metres() + 20)) < STRAIGHT;
        boolean tries = car.chance() < (lapped ? 0.5 : 0.05 * car.aggression());
        if (stands || (straight && tries && car.speed() >= ahead.speed() - 0.5)) {
            target[me] = ahead.index();
            squeezed[me] = false;
            isOut[me] = false;
            givesUpAt[me] = time + ATTEMPT_S;
        } else {
            most[me] = Math.max(3, ahead.speed() + (gap - following) * 0.6);
        }
    }

    private void backToLine(RaceCar car) {
        int me = car.index();
        if (target[me] >= 0 || Math.abs(car.besideLine()) > 0.05) {
            target[me] = -1;
            car.moveBeside(0);
        }
    }
}
