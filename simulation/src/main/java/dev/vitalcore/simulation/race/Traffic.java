package dev.vitalcore.simulation.race;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What cars do to each other: shelter from the wind, following, and overtaking. Looked at ten times
 * a second.
 */
final class Traffic {
    private static final double SHELTER_M = 70;
    private static final double MOST_SHELTER = 0.24;
    private static final double CAR_M = 5;
    private static final double FOLLOW_S = 0.22;
    private static final double SIDE_M = 2.7;

    /** Where the road is straighter than this a car may come alongside. */
    private static final double STRAIGHT = 1 / 260.0;

    private static final double ATTEMPT_S = 7;

    private final double[] most;
    private final double[] shelter;
    private final int[] target;
    private final double[] givesUpAt;

    Traffic(int cars) {
        most = new double[cars];
        shelter = new double[cars];
        target = new int[cars];
        givesUpAt = new double[cars];
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
     */
    void look(List<RaceCar> cars, double time, Predicate<RaceCar> free) {
        for (RaceCar car : cars) {
            most[car.index()] = Double.MAX_VALUE;
            shelter[car.index()] = 0;
            if (car.status() != RaceCar.Status.ON_TRACK || car.metres() < 0) {
                target[car.index()] = -1;
                continue;
            }
            RaceCar ahead = nextAhead(cars, car);
            if (ahead != null) {
                meet(car, ahead, time, free.test(car));
            } else {
                backToLine(car);
            }
        }
    }

    private static @Nullable RaceCar nextAhead(List<RaceCar> cars, RaceCar car) {
        return cars.stream()
                .filter(other -> other != car)
                .filter(other -> isOnRoad(other) && gap(car, other) < SHELTER_M)
                .min(Comparator.comparingDouble(other -> gap(car, other)))
                .orElse(null);
    }

    private static boolean isOnRoad(RaceCar car) {
        return car.status() == RaceCar.Status.ON_TRACK || car.status() == RaceCar.Status.SPUN;
    }

    /** From nose to nose along the circuit, forward. */
    private static double gap(RaceCar car, RaceCar other) {
        return car.circuit().within(other.metres() - car.metres());
    }

    private void meet(RaceCar car, RaceCar ahead, double time, boolean free) {
        int me = car.index();
        double gap = gap(car, ahead);
        boolean behind = Math.abs(car.offset() - ahead.offset()) < 1.6;
        if (behind) {
            shelter[me] = MOST_SHELTER * (1 - gap / SHELTER_M);
        }
        if (target[me] == ahead.index()) {
            if (time > givesUpAt[me]) {
                target[me] = -1;
                backToLine(car);
            }
            return;
        }
        double following = CAR_M + FOLLOW_S * car.speed();
        if (gap > following) {
            backToLine(car);
            return;
        }
        boolean stands = ahead.speed() < 0.5 * car.speed();
        boolean lapped = car.metres() - ahead.metres() > car.circuit().length() / 2;
        boolean straight = Math.abs(car.circuit().curvature(car.metres() + 20)) < STRAIGHT;
        boolean tries = car.chance() < (lapped ? 0.5 : 0.05 * car.aggression());
        if (stands || (free && straight && tries && car.speed() >= ahead.speed() - 0.5)) {
            target[me] = ahead.index();
            givesUpAt[me] = time + ATTEMPT_S;
            double left = ahead.offset() > 0 ? -SIDE_M : SIDE_M;
            car.moveBeside(ahead.besideLine() + left);
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
