package dev.vitalcore.timing.domain.corner;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A lap laid on the metres of the reference lap: its values where the reference was at even steps
 * from the line to the line. Arrays of equal length, at least 2; NaN where a value is not known.
 *
 * @param step metres
 * @param seconds since the lap began, never NaN
 * @param braking whether the car brakes; empty where that is not known
 * @param throttle whether the driver is on the throttle; empty where that is not known
 */
public record LaidLap(
        double step,
        double[] seconds,
        double[] speedKmh,
        boolean[] braking,
        BrakeSign brakeSign,
        boolean[] throttle) {
    /** Of how far a pedal goes, or a pressure rises, in the lap. */
    private static final double BRAKE_ON = 0.10;

    private static final double BRAKE_OFF = 0.05;
    private static final double THROTTLE_ON = 0.25;
    private static final double THROTTLE_OFF = 0.15;

    private static final double LEAST_PERCENT = 10;
    private static final double LEAST_BAR = 3;

    private static final double DECELERATION_ON_G = 0.2;
    private static final double DECELERATION_OFF_G = 0.1;

    /** Speed measured less often does not tell when it began to fall. */
    private static final double RAREST_SPEED_S = 0.25;

    /** To either side of a point, for the slope of the speed. */
    private static final double SLOPE_S = 0.25;

    private static final double GRAVITY_KMH_S = 9.80665 * 3.6;

    /** What tells that a car brakes. */
    public enum BrakeSign {
        BRAKE,
        BRAKE_PRESSURE,
        DECELERATION,
        NOTHING
    }

    /**
     * What a lap has, at the same points; arrays full of NaN where it has no such channel.
     *
     * @param speedEverySeconds how often the speed was measured
     */
    public record Channels(
            double[] speedKmh,
            double speedEverySeconds,
            double[] brakePercent,
            double[] brakeBar,
            double[] throttlePercent) {}

    public static LaidLap of(double step, double[] seconds, Channels channels) {
        boolean[] throttle =
                Hysteresis.aboveShare(
                        channels.throttlePercent, THROTTLE_ON, THROTTLE_OFF, LEAST_PERCENT);
        boolean[] braking =
                Hysteresis.aboveShare(channels.brakePercent, BRAKE_ON, BRAKE_OFF, LEAST_PERCENT);
        BrakeSign sign = BrakeSign.BRAKE;
        if (braking.length == 0) {
            braking = Hysteresis.aboveShare(channels.brakeBar, BRAKE_ON, BRAKE_OFF, LEAST_BAR);
            sign = BrakeSign.BRAKE_PRESSURE;
        }
        if (braking.length == 0 && channels.speedEverySeconds <= RAREST_SPEED_S) {
            braking =
                    Hysteresis.above(
                            decelerationG(seconds, channels.speedKmh),
                            DECELERATION_ON_G,
                            DECELERATION_OFF_G);
            sign = BrakeSign.DECELERATION;
        }
        return new LaidLap(
                step,
                seconds,
                channels.speedKmh,
                braking,
                braking.length == 0 ? BrakeSign.NOTHING : sign,
                throttle);
    }

    private static double[] decelerationG(double[] seconds, double[] speedKmh) {
        double[] deceleration = new double[seconds.length];
        int before = 0;
        int after = 0;
        for (int index = 0; index < seconds.length; index++) {
            while (before < index && seconds[before + 1] <= seconds[index] - SLOPE_S) {
                before++;
            }
            while (after < seconds.length - 1 && seconds[after] < seconds[index] + SLOPE_S) {
                after++;
            }
            double time = seconds[after] - seconds[before];
            deceleration[index] =
                    time > 0
                            ? (speedKmh[before] - speedKmh[after]) / time / GRAVITY_KMH_S
                            : Double.NaN;
        }
        return deceleration;
    }

    double lengthMetres() {
        return step * (seconds.length - 1);
    }

    /** When the lap was at a place, seconds since it began. */
    double secondsAt(double metres) {
        return at(seconds, metres);
    }

    /** km/h; NaN where unknown. */
    double speedAt(double metres) {
        return at(speedKmh, metres);
    }

    int indexAt(double metres) {
        return Math.clamp(Math.round(metres / step), 0, seconds.length - 1);
    }

    /** The index of the slowest point between two places; empty where no speed is known there. */
    OptionalInt slowest(double fromMetres, double untilMetres) {
        return IntStream.rangeClosed(indexAt(fromMetres), indexAt(untilMetres))
                .filter(index -> Double.isFinite(speedKmh[index]))
                .reduce((one, other) -> speedKmh[other] < speedKmh[one] ? other : one);
    }

    /** Brake points of two laps can be compared only where both are taken from one signal. */
    boolean brakesAreComparable(LaidLap other) {
        return brakeSign == other.brakeSign;
    }

    boolean knowsBraking() {
        return braking.length > 0;
    }

    private double at(double[] values, double metres) {
        double place = Math.clamp(metres / step, 0, values.length - 1);
        int before = Math.min((int) place, values.length - 2);
        double share = place - before;
        // An end that counts for nothing must not make the other NaN.
        if (share == 0) {
            return values[before];
        }
        return share == 1
                ? values[before + 1]
                : values[before] + share * (values[before + 1] - values[before]);
    }

    /** NaN everywhere: of a channel that a lap does not have. */
    public static double[] unknown(int points) {
        double[] values = new double[points];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
