package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Watches one gate: says when two successive fixes lie on either side of it. */
final class GateWatch {
    /**
     * The car must have left the gate by this much before it can pass again: drift of a standing
     * car's position, or a wiggle over the line, is no second passing.
     */
    private static final double REARM_M = 60;

    /** A car that does not move passes nothing, however its position drifts. */
    private static final double STANDING_KMH = 2;

    private final int index;
    private GateLine line;
    private boolean armed = true;
    private double nearestMetres = Double.POSITIVE_INFINITY;
    private int passings;

    GateWatch(int index, GateLine line) {
        this.index = index;
        this.line = line;
    }

    GateLine line() {
        return line;
    }

    double nearestMetres() {
        return nearestMetres;
    }

    int passings() {
        return passings;
    }

    Evidence.@Nullable Crossing between(Fix from, Fix to) {
        double distance = line.distance(to.latitude(), to.longitude());
        nearestMetres = Math.min(nearestMetres, distance);
        if (!line.oriented()) {
            orient(from, to);
        }
        Evidence.Crossing crossing = armed && line.oriented() ? crossing(from, to) : null;
        if (crossing != null) {
            armed = false;
            passings++;
        } else if (distance > REARM_M) {
            armed = true;
        }
        return crossing;
    }

    /**
     * Whether the straight way between two distant fixes leads over the gate or close beside it.
     */
    boolean hiddenBetween(Fix from, Fix to, double besideMetres) {
        if (!line.oriented()) {
            return false;
        }
        double before = line.along(from.latitude(), from.longitude());
        double after = line.along(to.latitude(), to.longitude());
        return before < 0 != after < 0
                && Math.abs(acrossAt(from, to, before / (before - after))) <= besideMetres;
    }

    private Evidence.@Nullable Crossing crossing(Fix from, Fix to) {
        double before = line.along(from.latitude(), from.longitude());
        double after = line.along(to.latitude(), to.longitude());
        // A fix on the line counts as beyond it, on both sides of the comparison: once only.
        if (before < 0 == after < 0 || Math.max(from.speedKmh(), to.speedKmh()) < STANDING_KMH) {
            return null;
        }
        double across = acrossAt(from, to, before / (before - after));
        if (Math.abs(across) > line.halfWidthMetres()) {
            return null;
        }
        double share = Interpolation.fraction(before, after, from.speedKmh(), to.speedKmh());
        long at = from.time() + Math.round((to.time() - from.time()) * share);
        Evidence.Way way = new Evidence.Way(to.time() - from.time(), to.metresFrom(from));
        return new Evidence.Crossing(index, at, before < 0, across, speedAt(from, to, share), way);
    }

    private double acrossAt(Fix from, Fix to, double way) {
        double start = line.across(from.latitude(), from.longitude());
        double end = line.across(to.latitude(), to.longitude());
        return start + (end - start) * way;
    }

    private static double speedAt(Fix from, Fix to, double share) {
        double speed = from.speedKmh() + (to.speedKmh() - from.speedKmh()) * share;
        return Double.isNaN(speed) ? to.metresFrom(from) / to.secondsAfter(from) * 3.6 : speed;
    }

    /** A bare point lies across the way that first leads past it. */
    private void orient(Fix from, Fix to) {
        LocalPlane plane = line.plane();
        double east = plane.east(from.longitude());
        double north = plane.north(from.latitude());
        double wayEast = plane.east(to.longitude()) - east;
        double wayNorth = plane.north(to.latitude()) - north;
        double length = Math.hypot(wayEast, wayNorth);
        double foot = -(east * wayEast + north * wayNorth) / (length * length);
        double beside = Math.abs(east * wayNorth - north * wayEast) / length;
        if (length >= 1 && foot >= 0 && foot < 1 && beside <= line.halfWidthMetres()) {
            line = line.travelling(wayEast, wayNorth);
        }
    }

    GateWatch copy() {
        GateWatch copy = new GateWatch(index, line);
        copy.armed = armed;
        copy.nearestMetres = nearestMetres;
        copy.passings = passings;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        GateCodec.write(out, line.gate());
        out.writeDouble(line.travelEast());
        out.writeDouble(line.travelNorth());
        out.writeBoolean(armed);
        out.writeDouble(nearestMetres);
        out.writeInt(passings);
    }

    static GateWatch read(DataInput in, int index) throws IOException {
        GateLine line = GateLine.of(GateCodec.read(in));
        double east = in.readDouble();
        double north = in.readDouble();
        GateWatch watch =
                new GateWatch(
                        index,
                        new GateLine(
                                line.gate(), line.plane(), east, north, line.halfWidthMetres()));
        watch.armed = in.readBoolean();
        watch.nearestMetres = in.readDouble();
        watch.passings = in.readInt();
        return watch;
    }
}
