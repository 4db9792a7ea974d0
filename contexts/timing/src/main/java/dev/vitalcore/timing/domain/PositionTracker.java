package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the trace of the car: gates crossed, holes, and whether it closes to a loop. */
final class PositionTracker implements Tracker<PositionTracker> {
    /** Columns of its rows: latitude, longitude, speed in km/h. */
    static final int COLUMNS = 3;

    /** Interpolation over more than a 1 Hz receiver's pause would invent a passing. */
    private static final double HOLE_S = 1.5;

    /** With {@link Evidence.Way#FASTEST_M_S} it tells a wrong fix from one that came late. */
    private static final double LEAST_JUMP_M = 200;

    /** A hidden passing may curve beside the straight way between the ends of a hole. */
    private static final double HIDDEN_BESIDE_M = 300;

    private static final double MOVING_KMH = 5;

    private static final int MOST_GATES = 64;

    private final List<GateWatch> watches = new ArrayList<>();
    private LoopFinder loops = new LoopFinder();
    private @Nullable Fix first;
    private @Nullable Fix last;
    private @Nullable Fix suspect;

    @Override
    public void take(long time, double[] row, List<Evidence> found) {
        if (!Fix.plausible(row[0], row[1])) {
            return;
        }
        Fix fix = new Fix(time, row[0], row[1], row[2]);
        Fix before = last;
        if (before == null) {
            first = fix;
            goOnFrom(fix);
        } else if (fix.samePlace(before)) {
            // Rows faster than the receiver repeat its last position: no new fix. A car that
            // stands still also repeats it, and then time has passed.
            if (!(fix.speedKmh() > MOVING_KMH)) {
                last = fix;
            }
        } else if (jumps(before, fix)) {
            Fix doubtful = suspect;
            if (doubtful == null || jumps(doubtful, fix)) {
                suspect = fix;
            } else {
                found.add(new Evidence.Hole(before.time(), fix.time(), false));
                goOnFrom(fix);
            }
        } else {
            move(before, fix, found);
            goOnFrom(fix);
        }
    }

    private void move(Fix from, Fix to, List<Evidence> found) {
        if (to.secondsAfter(from) > HOLE_S) {
            boolean overLine = false;
            for (GateWatch watch : watches) {
                overLine |=
                        watch.line().gate().kind() == DeclaredGate.Kind.START_FINISH
                                && watch.hiddenBetween(from, to, HIDDEN_BESIDE_M);
            }
            found.add(new Evidence.Hole(from.time(), to.time(), overLine));
            return;
        }
        for (GateWatch watch : watches) {
            Evidence.Crossing crossing = watch.between(from, to);
            if (crossing != null) {
                found.add(crossing);
            }
        }
    }

    private void goOnFrom(Fix fix) {
        last = fix;
        suspect = null;
        loops.take(fix);
    }

    private static boolean jumps(Fix from, Fix to) {
        double metres = to.metresFrom(from);
        return metres > LEAST_JUMP_M && metres > Evidence.Way.FASTEST_M_S * to.secondsAfter(from);
    }

    /** Watches these gates from here on; those already watched keep their state. */
    void watch(List<GateLine> gates) {
        for (int index = 0; index < Math.min(gates.size(), MOST_GATES); index++) {
            GateLine gate = gates.get(index);
            boolean known =
                    index < watches.size() && watches.get(index).line().gate().equals(gate.gate());
            if (!known) {
                watches.subList(index, watches.size()).clear();
                watches.add(new GateWatch(index, gate));
            }
        }
        watches.subList(Math.min(gates.size(), watches.size()), watches.size()).clear();
    }

    List<GateWatch> watches() {
        return List.copyOf(watches);
    }

    /** A line across the loop that the trace closes; null while it closes none. */
    @Nullable GateLine proposal() {
        return loops.proposal();
    }

    @Nullable Fix first() {
        return first;
    }

    @Nullable Fix last() {
        return last;
    }

    @Override
    public PositionTracker copy() {
        PositionTracker copy = new PositionTracker();
        for (GateWatch watch : watches) {
            copy.watches.add(watch.copy());
        }
        copy.loops = loops.copy();
        copy.first = first;
        copy.last = last;
        copy.suspect = suspect;
        return copy;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(watches.size());
        for (GateWatch watch : watches) {
            watch.write(out);
        }
        loops.write(out);
        writeFix(out, first);
        writeFix(out, last);
        writeFix(out, suspect);
    }

    static PositionTracker read(DataInput in) throws IOException {
        PositionTracker tracker = new PositionTracker();
        int count = Binary.readCount(in, MOST_GATES);
        for (int index = 0; index < count; index++) {
            tracker.watches.add(GateWatch.read(in, index));
        }
        tracker.loops = LoopFinder.read(in);
        tracker.first = readFix(in);
        tracker.last = readFix(in);
        tracker.suspect = readFix(in);
        return tracker;
    }

    private static void writeFix(DataOutput out, @Nullable Fix fix) throws IOException {
        out.writeBoolean(fix != null);
        if (fix != null) {
            fix.write(out);
        }
    }

    private static @Nullable Fix readFix(DataInput in) throws IOException {
        return in.readBoolean() ? Fix.read(in) : null;
    }
}
