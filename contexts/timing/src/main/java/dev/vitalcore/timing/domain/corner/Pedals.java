package dev.vitalcore.timing.domain.corner;

/** Where a lap goes on the brake before a corner, and on the throttle in it. */
final class Pedals {
    /** The foot may leave the brake so long without the braking being two. */
    private static final double LIFTED_S = 0.3;

    private final LaidLap lap;

    Pedals(LaidLap lap) {
        this.lap = lap;
    }

    /**
     * The first metre of the braking for a corner: of the brakings that begin after the slowest
     * point of the corner before and before that of this one, the one in which the car loses the
     * most speed. NaN where there is none, or where it is not known when the car brakes.
     *
     * @param after index of the slowest point of the corner before, 0 for the first corner
     * @param slowest index of the slowest point of the corner
     */
    double brakeMetres(int after, int slowest) {
        double found = Double.NaN;
        double most = 0;
        int index = after + 1;
        while (lap.knowsBraking() && index <= slowest) {
            if (!lap.braking()[index] || lap.braking()[index - 1]) {
                index++;
                continue;
            }
            int end = endOfBraking(index, slowest);
            double lost = lap.speedKmh()[index] - lap.speedKmh()[end];
            if (lost > most) {
                most = lost;
                found = index * lap.step();
            }
            index = end + 1;
        }
        return found;
    }

    /** The last index of the braking, short lifts bridged. */
    private int endOfBraking(int from, int latest) {
        int end = from;
        for (int index = from; index <= latest; index++) {
            if (lap.braking()[index]) {
                end = index;
            } else if (lap.seconds()[index] - lap.seconds()[end] > LIFTED_S) {
                break;
            }
        }
        return end;
    }

    /**
     * Where the driver goes back on the throttle: the nearest such place before or after the
     * slowest point. NaN where he never leaves it, where he does not go on it before the end, or
     * where that is not known.
     *
     * @param from index before which it belongs to another corner
     * @param until index after which it does
     */
    double throttleMetres(int from, int slowest, int until) {
        boolean[] on = lap.throttle();
        if (on.length == 0) {
            return Double.NaN;
        }
        int index = slowest;
        if (on[slowest]) {
            while (index > from && on[index - 1]) {
                index--;
            }
            return index > from ? index * lap.step() : Double.NaN;
        }
        while (index < until && !on[index]) {
            index++;
        }
        return on[index] ? index * lap.step() : Double.NaN;
    }
}
