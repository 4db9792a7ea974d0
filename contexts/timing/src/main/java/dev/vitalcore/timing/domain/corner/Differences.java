package dev.vitalcore.timing.domain.corner;

import java.util.ArrayList;
import java.util.List;

/** What a lap does otherwise than the reference in a section, as far as it is slower by it. */
final class Differences {
    /** Less is within the error of a receiver's speed and of laying one lap on another. */
    private static final double LEAST_KMH = 2;

    /** A car at 250 km/h drives 7 m from sample to sample at 10 Hz. */
    private static final double LEAST_M = 5;

    private static final double LEAST_S = 0.1;

    /** A shorter way between two corners is no straight. */
    private static final double STRAIGHT_M = 80;

    /** Of a corner with two apexes, one lap may be slowest at the one and one at the other. */
    private static final double ALIKE_M = 30;

    private final LaidLap reference;
    private final LaidLap lap;
    private final List<CornerTable.Moments> theirs;
    private final List<CornerTable.Moments> ours;

    Differences(List<Corner> corners, LaidLap reference, LaidLap lap) {
        this.reference = reference;
        this.lap = lap;
        this.theirs = CornerTable.moments(corners, reference);
        this.ours = CornerTable.moments(corners, lap);
    }

    /** In the order of driving. */
    List<Reason> in(Section section, int index) {
        List<Reason> reasons = new ArrayList<>();
        if (section.corner().isEmpty()) {
            add(reasons, Reason.Kind.SLOWER_STRAIGHT, slowerAt(section.untilMetres()), LEAST_KMH);
            return reasons;
        }
        Corner corner = section.corner().get();
        CornerTable.Moments reached = theirs.get(index);
        CornerTable.Moments reaches = ours.get(index);
        double later = CornerTable.brakesLater(reference, lap, reached, reaches);
        double apex =
                reference.speedAt(reached.slowestMetres()) - lap.speedAt(reaches.slowestMetres());
        double exit = slowerAt(corner.untilMetres());
        straight(reasons, section, Math.min(endOf(reached, corner), endOf(reaches, corner)));
        add(reasons, Reason.Kind.BRAKES_EARLIER, -later, LEAST_M);
        // To brake late costs time only where the car is slower after it.
        if (apex >= LEAST_KMH || exit >= LEAST_KMH) {
            add(reasons, Reason.Kind.BRAKES_LATER, later, LEAST_M);
        }
        add(reasons, Reason.Kind.SLOWER_ENTRY, slowerAt(corner.fromMetres()), LEAST_KMH);
        add(reasons, Reason.Kind.SLOWER_APEX, apex, LEAST_KMH);
        add(reasons, Reason.Kind.THROTTLE_LATER, throttleLater(reached, reaches), LEAST_S);
        add(reasons, Reason.Kind.SLOWER_EXIT, exit, LEAST_KMH);
        if (section.untilMetres() - corner.untilMetres() >= STRAIGHT_M) {
            add(reasons, Reason.Kind.SLOWER_AFTER, slowerAt(section.untilMetres()), LEAST_KMH);
        }
        return reasons;
    }

    /** Before either of the two brakes, both drive as fast as they can. */
    private void straight(List<Reason> reasons, Section section, double end) {
        if (end - section.fromMetres() >= STRAIGHT_M) {
            add(reasons, Reason.Kind.SLOWER_STRAIGHT, slowerAt(end), LEAST_KMH);
        }
    }

    private static double endOf(CornerTable.Moments moments, Corner corner) {
        return Double.isNaN(moments.brakeMetres())
                ? corner.fromMetres()
                : Math.min(corner.fromMetres(), moments.brakeMetres());
    }

    private double slowerAt(double metres) {
        return reference.speedAt(metres) - lap.speedAt(metres);
    }

    /** The time that the lap takes from where the reference is on the throttle to where it is. */
    private double throttleLater(CornerTable.Moments reached, CornerTable.Moments reaches) {
        boolean alike = Math.abs(reaches.slowestMetres() - reached.slowestMetres()) <= ALIKE_M;
        return alike && reaches.throttleMetres() > reached.throttleMetres()
                ? lap.secondsAt(reaches.throttleMetres()) - lap.secondsAt(reached.throttleMetres())
                : Double.NaN;
    }

    private static void add(List<Reason> reasons, Reason.Kind kind, double value, double least) {
        // A NaN is not known and says nothing.
        if (value >= least) {
            reasons.add(new Reason(kind, value));
        }
    }
}
