package dev.vitalcore.simulation.race;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cars where none may overtake: each stays behind the one ahead, however slow that is, and only
 * goes round a car that stands or limps.
 */
final class Queue {
    /** So far ahead a driver watches whom he must not pass. */
    private static final double WATCHED_M = 200;

    /** How hard he is ready to brake for that car, m/s². */
    private static final double BRAKING = 6;

    private static final double ROOM_M = 3;
    private static final double ROOM_S = 0.3;
    private static final double CLOSING = 0.8;

    /** From so far behind he goes to the side of a car that stands. */
    private static final double ROUND_M = 60;

    private static final double SIDE_M = 2.7;

    /** Keeps a car behind the next one; the most that this allows it, m/s. */
    double hold(List<RaceCar> cars, RaceCar car) {
        RaceCar inTheWay = next(cars, car, true);
        RaceCar ahead = next(cars, car, false);
        boolean alongside = ahead != null && Traffic.gap(car, ahead) < Traffic.CAR_M + 1;
        if (!alongside) {
            car.moveBeside(inTheWay == null ? 0 : aside(car, inTheWay));
        }
        return ahead == null ? Double.MAX_VALUE : behind(car, ahead);
    }

    private static double aside(RaceCar car, RaceCar inTheWay) {
        double side = inTheWay.offset() > 0 ? -SIDE_M : SIDE_M;
        return Traffic.gap(car, inTheWay) < ROUND_M ? inTheWay.besideLine() + side : 0;
    }

    private static double behind(RaceCar car, RaceCar ahead) {
        double room = Traffic.CAR_M + ROOM_M + ROOM_S * ahead.speed();
        double beyond = Traffic.gap(car, ahead) - room;
        double lead = ahead.speed();
        return beyond > 0
                ? Math.min(lead + CLOSING * beyond, Math.sqrt(lead * lead + 2 * BRAKING * beyond))
                : Math.max(0, lead + CLOSING * beyond);
    }

    private static @Nullable RaceCar next(List<RaceCar> cars, RaceCar car, boolean limping) {
        return cars.stream()
                .filter(other -> other != car && Traffic.isOnRoad(other))
                .filter(other -> limps(other) == limping)
                .filter(other -> Traffic.gap(car, other) < WATCHED_M)
                .min(Comparator.comparingDouble(other -> Traffic.gap(car, other)))
                .orElse(null);
    }

    private static boolean limps(RaceCar car) {
        return car.status() == RaceCar.Status.SPUN || car.tyres().punctured();
    }
}
