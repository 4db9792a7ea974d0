package dev.vitalcore.timing.domain.corner;

import dev.vitalcore.timing.domain.LapTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A track drawn from straights and arcs, driven at 40 m/s and seen ten times a second. */
final class DrawnTrack {
    static final double SPEED_M_S = 40;

    private static final double STEP_M = 0.1;
    private static final int STEPS_A_SAMPLE = 40;

    private final List<Double> curvature = new ArrayList<>();

    DrawnTrack straight(double metres) {
        return bend(metres, 0);
    }

    DrawnTrack left(double radius, double degrees) {
        return bend(Math.toRadians(degrees) * radius, 1 / radius);
    }

    DrawnTrack right(double radius, double degrees) {
        return bend(Math.toRadians(degrees) * radius, -1 / radius);
    }

    private DrawnTrack bend(double metres, double value) {
        for (int step = 0; step < Math.round(metres / STEP_M); step++) {
            curvature.add(value);
        }
        return this;
    }

    double length() {
        return curvature.size() * STEP_M;
    }

    /** In the world of a game; each position errs by that much, the same at each call. */
    LapTrace driven(double errorMetres) {
        SplittableRandom random = new SplittableRandom(7);
        int samples = curvature.size() / STEPS_A_SAMPLE;
        double[] seconds = new double[samples];
        double[] x = new double[samples];
        double[] y = new double[samples];
        double heading = 0.3;
        double east = 100;
        double north = -50;
        for (int step = 0; step < samples * STEPS_A_SAMPLE; step++) {
            if (step % STEPS_A_SAMPLE == 0) {
                int sample = step / STEPS_A_SAMPLE;
                seconds[sample] = step * STEP_M / SPEED_M_S;
                x[sample] = east + errorMetres * random.nextGaussian();
                y[sample] = north + errorMetres * random.nextGaussian();
            }
            heading += curvature.get(step) * STEP_M;
            east += Math.cos(heading) * STEP_M;
            north += Math.sin(heading) * STEP_M;
        }
        return LapTrace.inWorld(seconds, x, y, length() / SPEED_M_S);
    }

    /** What an acceleration sensor says of it, each metre; positive to the left. */
    CornerFinder.Grip grip(double errorG) {
        SplittableRandom random = new SplittableRandom(9);
        int samples = (int) length();
        double[] metres = new double[samples];
        double[] lateral = new double[samples];
        double[] speed = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            metres[sample] = sample;
            double bend = curvature.get((int) (sample / STEP_M));
            lateral[sample] =
                    SPEED_M_S * SPEED_M_S * bend / 9.80665 + errorG * random.nextGaussian();
            speed[sample] = SPEED_M_S * 3.6;
        }
        return new CornerFinder.Grip(metres, lateral, speed);
    }

    /** Only how far it went. */
    LapTrace unplaced() {
        return LapTrace.ofSpeed(
                new double[] {0, length() / SPEED_M_S},
                new double[] {SPEED_M_S * 3.6, SPEED_M_S * 3.6},
                length() / SPEED_M_S);
    }
}
