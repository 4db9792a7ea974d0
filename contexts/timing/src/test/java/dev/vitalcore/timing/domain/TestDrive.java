package dev.vitalcore.timing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A car on a made-up circuit, of which every passing is known exactly: two straights of 800 m
 * joined by half circles of 150 m radius, the line in the middle of the first straight, which leads
 * north. 62 m/s on the straights, 26 m/s in the bends.
 *
 * <pre>
 *      ╭──╮
 *      │  │        the pit lane runs 12 m to the right of the first straight,
 *  line┼  │        from 250 m before to 250 m after the line
 *      │  │
 *      ╰──╯
 * </pre>
 */
final class TestDrive {
    static final long START = 1_754_000_000_000_000_000L;
    static final double LATITUDE = 47.2;
    static final double LONGITUDE = 8.4;
    static final double LENGTH_M = 1_600 + 2 * Math.PI * 150;

    private static final double STEP_S = 0.002;
    private static final double PIT_REACH_M = 250;
    private static final double PIT_ASIDE_M = 12;
    private static final double PIT_M_S = 16;
    private static final double STOP_M = 100;

    private final LocalPlane plane = LocalPlane.at(LATITUDE, LONGITUDE);
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> states = new ArrayList<>();
    private final List<Double> passings = new ArrayList<>();
    private double time;
    private double way;

    /** Begins 600 m before the line, standing. */
    TestDrive() {
        way = -600;
        note(0, 0);
    }

    /** Drives on to just behind the line, at a share of the usual pace. */
    TestDrive lap(double pace) {
        double until = Math.ceil(way / LENGTH_M + 1e-9) * LENGTH_M + 0.5;
        go(until, pace, false);
        return this;
    }

    TestDrive laps(double... paces) {
        for (double pace : paces) {
            lap(pace);
        }
        return this;
    }

    /** Drives the rest of the lap, into the pit lane over the line, stops, and leaves it again. */
    TestDrive lapIntoThePits(double stopSeconds) {
        double line = Math.ceil(way / LENGTH_M + 1e-9) * LENGTH_M;
        go(line - PIT_REACH_M, 1, false);
        go(line + STOP_M, 1, true);
        for (double end = time + stopSeconds; time < end; ) {
            time += STEP_S;
            note(0, PIT_ASIDE_M);
        }
        go(line + PIT_REACH_M, 1, true);
        return this;
    }

    TestDrive on(double metres) {
        go(way + metres, 1, false);
        return this;
    }

    private void go(double until, double pace, boolean pitLane) {
        while (way < until) {
            double speed = pitLane ? PIT_M_S : pace * speedAt(way);
            double next = way + speed * STEP_S;
            double line = Math.ceil(way / LENGTH_M) * LENGTH_M;
            if (way < line && next >= line) {
                passings.add(time + STEP_S * (line - way) / (next - way));
            }
            way = next;
            time += STEP_S;
            note(speed, pitLane ? PIT_ASIDE_M : 0);
        }
    }

    static double speedAt(double way) {
        return 44 + 18 * Math.cos(4 * Math.PI * way / LENGTH_M);
    }

    /** At the usual pace. */
    static double secondsBetween(double fromMetres, double toMetres) {
        double seconds = 0;
        for (double at = fromMetres + 0.005; at < toMetres; at += 0.01) {
            seconds += 0.01 / speedAt(at);
        }
        return seconds;
    }

    private void note(double speed, double aside) {
        times.add(time);
        states.add(new double[] {way, speed, aside});
    }

    /** The true times of the passings of the line, seconds after the start. */
    List<Double> passings() {
        return passings;
    }

    double seconds() {
        return time;
    }

    /** What a receiver records: equal steps of time, white noise of the given size. */
    List<Fix> fixes(double hertz, double noiseMetres, long seed) {
        Random random = new Random(seed);
        List<Fix> fixes = new ArrayList<>();
        int at = 0;
        for (int count = 0; count / hertz < time; count++) {
            double due = count / hertz;
            while (at < times.size() - 1 && times.get(at + 1) <= due) {
                at++;
            }
            double[] state = states.get(at);
            double metres = state[0] + state[1] * (due - times.get(at));
            double[] place = place(metres, state[2]);
            fixes.add(
                    new Fix(
                            START + Math.round(due * 1e9),
                            plane.latitudeAt(place[1] + noiseMetres * random.nextGaussian()),
                            plane.longitudeAt(place[0] + noiseMetres * random.nextGaussian()),
                            state[1] * 3.6));
        }
        return fixes;
    }

    /** East and north of the line's middle. */
    private static double[] place(double way, double aside) {
        double on = way - Math.floor(way / LENGTH_M) * LENGTH_M;
        double bend = Math.PI * 150;
        if (on < 400) {
            return new double[] {aside, on};
        }
        if (on < 400 + bend) {
            double angle = (on - 400) / 150;
            return new double[] {150 - 150 * Math.cos(angle), 400 + 150 * Math.sin(angle)};
        }
        if (on < 1_200 + bend) {
            return new double[] {300, 400 - (on - 400 - bend)};
        }
        if (on < 1_200 + 2 * bend) {
            double angle = (on - 1_200 - bend) / 150;
            return new double[] {150 + 150 * Math.cos(angle), -400 - 150 * Math.sin(angle)};
        }
        return new double[] {aside, on - LENGTH_M};
    }

    double latitude(double north) {
        return plane.latitudeAt(north);
    }

    double longitude(double east) {
        return plane.longitudeAt(east);
    }

    /** The same drive at another time. */
    static List<Fix> later(List<Fix> fixes, long nanos) {
        return fixes.stream()
                .map(fix ->
                        new Fix(
                                fix.time() + nanos,
                                fix.latitude(),
                                fix.longitude(),
                                fix.speedKmh()))
                .toList();
    }
}
