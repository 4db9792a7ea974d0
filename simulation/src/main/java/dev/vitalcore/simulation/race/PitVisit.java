package dev.vitalcore.simulation.race;

import java.util.SplittableRandom;

/**
 * One car's way through the pits: called in, along the lane, in its box, and out again.
 *
 * <pre>
 *   called ──▶ in the lane ──▶ in the box ──▶ served ──▶ out
 * </pre>
 */
final class PitVisit {
    private static final double BRAKING = 7;
    private static final double BOX_BRAKING = 5;

    /** How near to its box the car has to be, m, and how slow, m/s. */
    private static final double AT_BOX_M = 3;

    private static final double STANDS = 0.4;
    private static final double LEAST_STOP_S = 2.6;
    private static final double SPREAD_S = 1.6;
    private static final double STUCK_NUT_S = 6;
    private static final int STUCK_NUT_IN = 12;

    private final PitLane lane;
    private final double box;
    private boolean called;
    private boolean served;
    private double boxedFrom = Double.NaN;
    private double boxedUntil = Double.NaN;
    private int stops;

    PitVisit(PitLane lane, int car) {
        this.lane = lane;
        this.box = lane.box(car);
    }

    /** The pit wall calls: in at the end of this lap. */
    void call() {
        called = true;
    }

    /** Whether a car that was called turns in here. */
    boolean turnsIn(double metres) {
        double fromLine = lane.fromLine(metres);
        return called && fromLine >= PitLane.ENTRY_M && fromLine < PitLane.LIMIT_FROM_M;
    }

    void enter() {
        served = false;
        boxedFrom = Double.NaN;
    }

    /** The most in the lane, m/s; 0 in the box. */
    double speed(double metres, double time) {
        double fromLine = lane.fromLine(metres);
        double toBox = box - fromLine;
        if (!served && toBox > -AT_BOX_M) {
            double stopping = Math.sqrt(2 * BOX_BRAKING * Math.max(0, toBox));
            double most =
                    fromLine < PitLane.LIMIT_FROM_M
                            ? braking(PitLane.LIMIT_FROM_M - fromLine)
                            : PitLane.LIMIT;
            return time < boxedUntil ? 0 : Math.min(most, stopping);
        }
        return fromLine < PitLane.LIMIT_TO_M ? PitLane.LIMIT : Double.MAX_VALUE;
    }

    private static double braking(double way) {
        return Math.sqrt(PitLane.LIMIT * PitLane.LIMIT + 2 * BRAKING * Math.max(0, way - 8));
    }

    /** Whether the car is out of the pits after this moment. */
    boolean advance(double metres, double speed, double time, SplittableRandom random) {
        double fromLine = lane.fromLine(metres);
        boolean there = Math.abs(box - fromLine) < AT_BOX_M && speed < STANDS;
        if (!served && there && Double.isNaN(boxedFrom)) {
            boxedFrom = time;
            boxedUntil =
                    time
                            + LEAST_STOP_S
                            + SPREAD_S * random.nextDouble()
                            + (random.nextInt(STUCK_NUT_IN) == 0 ? STUCK_NUT_S : 0);
        } else if (!served && !Double.isNaN(boxedFrom) && time >= boxedUntil) {
            served = true;
            stops++;
        }
        boolean out = served && fromLine > PitLane.EXIT_M;
        called &= !out;
        return out;
    }

    /** Whether the car stands in its box and is not served yet. */
    boolean isBoxed() {
        return !served && !Double.isNaN(boxedFrom);
    }

    double boxedFrom() {
        return boxedFrom;
    }

    double boxedUntil() {
        return boxedUntil;
    }

    /** Stops in the box so far. */
    int stops() {
        return stops;
    }
}
