package dev.vitalcore.timing.domain.corner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A lap of 2,000 m in metres of the reference: 180 km/h, and two corners at whose apex (500 m and
 * 1,500 m) the car is slower. It brakes evenly down to the apex and is on the throttle after it.
 */
final class DrivenLap {
    static final List<Corner> CORNERS =
            List.of(
                    new Corner(1, Optional.of(Direction.LEFT), 460, 500, 560),
                    new Corner(2, Optional.of(Direction.RIGHT), 1_460, 1_500, 1_560));

    private static final int POINTS = 1_001;
    private static final double STEP_M = 2;
    private static final double TOP_KMH = 180;
    private static final double AWAY_M = 300;

    private final double[] speed = new double[POINTS];
    private final boolean[] unheard = new boolean[POINTS];
    private final double[] brake = new double[POINTS];
    private final double[] throttle = new double[POINTS];

    DrivenLap() {
        Arrays.fill(speed, TOP_KMH);
        Arrays.fill(throttle, 100);
    }

    /** Through a corner: brakes from one place to its apex, and waits there for so long. */
    DrivenLap corner(double apexMetres, double apexKmh, double brakesAt, double throttleAt) {
        for (int index = 0; index < POINTS; index++) {
            double metres = index * STEP_M;
            if (metres >= brakesAt && metres <= apexMetres) {
                double share = (metres - brakesAt) / (apexMetres - brakesAt);
                speed[index] = TOP_KMH + share * (apexKmh - TOP_KMH);
                brake[index] = 60;
            } else if (metres > apexMetres && metres <= apexMetres + AWAY_M) {
                double share = (metres - apexMetres) / AWAY_M;
                speed[index] = apexKmh + share * (TOP_KMH - apexKmh);
            }
            if (metres >= brakesAt && metres < throttleAt) {
                throttle[index] = 0;
            }
        }
        return this;
    }

    /** As the same way is driven at another speed in some part of it. */
    DrivenLap slower(double fromMetres, double untilMetres, double byKmh) {
        for (int index = 0; index < POINTS; index++) {
            if (index * STEP_M >= fromMetres && index * STEP_M <= untilMetres) {
                speed[index] -= byKmh;
            }
        }
        return this;
    }

    /** Nothing was heard of the speed from one place to another. */
    DrivenLap unheard(double fromMetres, double untilMetres) {
        for (int index = 0; index < POINTS; index++) {
            unheard[index] |= index * STEP_M >= fromMetres && index * STEP_M <= untilMetres;
        }
        return this;
    }

    LaidLap withBrake() {
        return laid(brake, LaidLap.unknown(POINTS), throttle);
    }

    /** The sensor reads 2 bar where nobody brakes. */
    LaidLap withPressure() {
        double[] bar = Arrays.stream(brake).map(percent -> 2 + percent / 2).toArray();
        return laid(LaidLap.unknown(POINTS), bar, throttle);
    }

    LaidLap withSpeedOnly() {
        double[] unknown = LaidLap.unknown(POINTS);
        return laid(unknown, unknown, unknown);
    }

    LaidLap withRareSpeed() {
        double[] unknown = LaidLap.unknown(POINTS);
        return LaidLap.of(
                STEP_M, seconds(), new LaidLap.Channels(speed, 1, unknown, unknown, unknown));
    }

    double lapSeconds() {
        return seconds()[POINTS - 1];
    }

    private LaidLap laid(double[] percent, double[] bar, double[] pedal) {
        double[] heard = speed.clone();
        Arrays.setAll(heard, index -> unheard[index] ? Double.NaN : speed[index]);
        return LaidLap.of(
                STEP_M, seconds(), new LaidLap.Channels(heard, 0.05, percent, bar, pedal));
    }

    private double[] seconds() {
        double[] seconds = new double[POINTS];
        for (int index = 1; index < POINTS; index++) {
            double mean = (speed[index - 1] + speed[index]) / 2 / 3.6;
            seconds[index] = seconds[index - 1] + STEP_M / mean;
        }
        return seconds;
    }
}
