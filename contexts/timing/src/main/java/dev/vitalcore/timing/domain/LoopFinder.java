package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that the car goes round: it comes back to a place where it was, in the same direction,
 * and then follows its own trace for a while. Proposes a line across the fastest straight of the
 * loop, where a passing is sharpest: at 70 m/s half a metre of position error is 7 ms.
 *
 * <p>Keeps one point every 15 m, 30 km in all (the longest circuit in use has 25 km).
 */
final class LoopFinder {
    private static final double SPACING_M = 15;
    private static final int MOST_POINTS = 2_048;

    /** Width of a circuit and the receiver's error; a pit lane beside the track still fits. */
    private static final double NEAR_M = 20;

    private static final int LEAST_LAP_POINTS = 20;

    /** 150 m along the old trace: crossing it at a bridge or a paddock corner is not enough. */
    private static final int FOLLOWED_POINTS = 10;

    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(40));

    /** The track bends less than this within 45 m on either side of a good line. */
    private static final double STRAIGHT = Math.cos(Math.toRadians(5));

    private static final int REACH = 3;

    private @Nullable LocalPlane plane;
    private final float[] east = new float[MOST_POINTS];
    private final float[] north = new float[MOST_POINTS];
    private final float[] speed = new float[MOST_POINTS];
    private int size;
    private long lastTime;
    private int match = -1;
    private int followed;
    private int loopStart;
    private int loopEnd;
    private @Nullable GateLine proposal;

    void take(Fix fix) {
        if (proposal != null) {
            return;
        }
        LocalPlane ground = plane;
        if (ground == null) {
            ground = LocalPlane.at(fix.latitude(), fix.longitude());
            plane = ground;
        }
        double e = ground.east(fix.longitude());
        double n = ground.north(fix.latitude());
        double way = size == 0 ? SPACING_M : Math.hypot(e - east[size - 1], n - north[size - 1]);
        if (way < SPACING_M) {
            return;
        }
        double seconds = (fix.time() - lastTime) / 1e9;
        add(e, n, Double.isNaN(fix.speedKmh()) ? way / seconds : fix.speedKmh() / 3.6);
        lastTime = fix.time();
        follow();
        if (followed >= FOLLOWED_POINTS) {
            proposal = propose(ground);
        }
    }

    @Nullable GateLine proposal() {
        return proposal;
    }

    private void add(double e, double n, double metresPerSecond) {
        if (size == MOST_POINTS) {
            forgetHalf();
        }
        east[size] = (float) e;
        north[size] = (float) n;
        speed[size] = (float) metresPerSecond;
        size++;
    }

    private void forgetHalf() {
        int half = MOST_POINTS / 2;
        System.arraycopy(east, half, east, 0, half);
        System.arraycopy(north, half, north, 0, half);
        System.arraycopy(speed, half, speed, 0, half);
        size = half;
        match = -1;
        followed = 0;
    }

    private void follow() {
        int here = size - 1;
        int found =
                match >= 0
                        ? nearest(here, match, Math.min(match + 5, here - LEAST_LAP_POINTS))
                        : nearest(here, 1, here - LEAST_LAP_POINTS);
        if (found < 0) {
            followed = 0;
        } else {
            if (followed == 0) {
                loopStart = found;
                loopEnd = here;
            }
            followed++;
        }
        match = found;
    }

    /** The earlier point nearest to this one that was passed in the same direction; -1 for none. */
    private int nearest(int here, int from, int to) {
        int best = -1;
        double least = NEAR_M;
        for (int index = from; index <= to; index++) {
            double distance = Math.hypot(east[index] - east[here], north[index] - north[here]);
            if (distance < least && turn(index - 1, index, here - 1, here) > SAME_DIRECTION) {
                best = index;
                least = distance;
            }
        }
        return best;
    }

    /** Cosine of the angle between the ways from a to b and from c to d. */
    private double turn(int a, int b, int c, int d) {
        double e1 = east[b] - east[a];
        double n1 = north[b] - north[a];
        double e2 = east[d] - east[c];
        double n2 = north[d] - north[c];
        return (e1 * e2 + n1 * n2) / (Math.hypot(e1, n1) * Math.hypot(e2, n2));
    }

    private GateLine propose(LocalPlane ground) {
        int best = loopStart + REACH;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = loopStart + REACH; index <= loopEnd - REACH; index++) {
            double straightness = turn(index - REACH, index, index, index + REACH);
            // Any straight is better than any bend; among straights the faster, then the earlier.
            double worth =
                    straightness >= STRAIGHT
                            ? Math.min(speed[index - 1], Math.min(speed[index], speed[index + 1]))
                            : straightness - 2;
            if (worth > most) {
                best = index;
                most = worth;
            }
        }
        double heading =
                Math.toDegrees(
                        Math.atan2(
                                east[best + 2] - east[best - 2],
                                north[best + 2] - north[best - 2]));
        return GateLine.of(
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "start-finish",
                        new DeclaredGate.Point(
                                ground.latitudeAt(north[best]),
                                ground.longitudeAt(east[best]),
                                (heading + 360) % 360,
                                2 * GateLine.DEFAULT_HALF_WIDTH_M)));
    }

    LoopFinder copy() {
        LoopFinder copy = new LoopFinder();
        copy.plane = plane;
        System.arraycopy(east, 0, copy.east, 0, size);
        System.arraycopy(north, 0, copy.north, 0, size);
        System.arraycopy(speed, 0, copy.speed, 0, size);
        copy.size = size;
        copy.lastTime = lastTime;
        copy.match = match;
        copy.followed = followed;
        copy.loopStart = loopStart;
        copy.loopEnd = loopEnd;
        copy.proposal = proposal;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        LocalPlane ground = plane;
        out.writeBoolean(ground != null);
        if (ground != null) {
            out.writeDouble(ground.latitude());
            out.writeDouble(ground.longitude());
        }
        GateLine line = proposal;
        out.writeBoolean(line != null);
        if (line != null) {
            // The points have done their work.
            GateCodec.write(out, line.gate());
            return;
        }
        out.writeInt(size);
        for (int index = 0; index < size; index++) {
            out.writeFloat(east[index]);
            out.writeFloat(north[index]);
            out.writeFloat(speed[index]);
        }
        out.writeLong(lastTime);
        out.writeInt(match);
        out.writeInt(followed);
        out.writeInt(loopStart);
        out.writeInt(loopEnd);
    }

    static LoopFinder read(DataInput in) throws IOException {
        LoopFinder finder = new LoopFinder();
        if (in.readBoolean()) {
            finder.plane = LocalPlane.at(in.readDouble(), in.readDouble());
        }
        if (in.readBoolean()) {
            finder.proposal = GateLine.of(GateCodec.read(in));
            return finder;
        }
        finder.size = Binary.readCount(in, MOST_POINTS);
        for (int index = 0; index < finder.size; index++) {
            finder.east[index] = in.readFloat();
            finder.north[index] = in.readFloat();
            finder.speed[index] = in.readFloat();
        }
        finder.lastTime = in.readLong();
        finder.match = in.readInt();
        finder.followed = in.readInt();
        finder.loopStart = in.readInt();
        finder.loopEnd = in.readInt();
        return finder;
    }
}
