package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.timing.domain.LapDelta;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.corner.LaidLap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays laps on the metres of a reference lap, with the channels that tell how they are driven. */
final class LaidLaps {
    /** What is read of a lap besides its way. */
    static final List<String> CHANNELS =
            Stream.concat(
                            LapReader.WAY.stream(),
                            Stream.of(
                                    StandardChannels.THROTTLE,
                                    StandardChannels.BRAKE,
                                    StandardChannels.BRAKE_PRESSURE_FRONT,
                                    StandardChannels.BRAKE_PRESSURE_REAR,
                                    StandardChannels.ACCELERATION_LATERAL))
                    .toList();

    private static final double STEP_M = 2;
    private static final int MOST_POINTS = 20_000;

    /** To either side of a place, where the speed is taken from the way: receivers jitter. */
    private static final int SLOPE_POINTS = 5;

    private final OneCircuit.Side reference;
    private final int points;
    private final double[] referenceSeconds;

    LaidLaps(OneCircuit.Side reference) {
        LapTrace trace = reference.trace();
        this.reference = reference;
        this.points = Math.clamp(Math.round(trace.lengthMetres() / STEP_M) + 1, 2, MOST_POINTS);
        this.referenceSeconds = trace.secondsOverMetres().at(places());
    }

    LaidLap reference() {
        return laid(reference, referenceSeconds);
    }

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when the two are not of one circuit
     */
    LaidLap lay(OneCircuit.Side other) {
        OneCircuit.require(reference, other);
        double[] seconds = LapDelta.of(reference.trace(), other.trace(), points).deltaSeconds();
        Arrays.setAll(seconds, index -> seconds[index] + referenceSeconds[index]);
        return laid(other, seconds);
    }

    /** As {@link LapDelta} has them: the last one is the line, to the bit. */
    private double[] places() {
        double length = reference.trace().lengthMetres();
        return IntStream.range(0, points)
                .mapToDouble(index -> length * index / (points - 1))
                .toArray();
    }

    private double step() {
        return reference.trace().lengthMetres() / (points - 1);
    }

    private LaidLap laid(OneCircuit.Side lap, double[] seconds) {
        LapSamples samples = lap.samples();
        Series speed = samples.series().get(StandardChannels.SPEED);
        double[] measuredAt = speed == null ? lap.trace().seconds() : samples.within(speed).x();
        return LaidLap.of(
                step(),
                seconds,
                new LaidLap.Channels(
                        speed != null
                                ? values(samples, StandardChannels.SPEED, seconds)
                                : speedOfTheWay(seconds),
                        medianStep(measuredAt),
                        values(samples, StandardChannels.BRAKE, seconds),
                        pressure(samples, seconds),
                        values(samples, StandardChannels.THROTTLE, seconds)));
    }

    private static double[] pressure(LapSamples samples, double[] seconds) {
        boolean front = samples.series().containsKey(StandardChannels.BRAKE_PRESSURE_FRONT);
        return values(
                samples,
                front
                        ? StandardChannels.BRAKE_PRESSURE_FRONT
                        : StandardChannels.BRAKE_PRESSURE_REAR,
                seconds);
    }

    private static double[] values(LapSamples samples, String channel, double[] seconds) {
        return samples.curve(channel)
                .map(curve -> curve.at(seconds))
                .orElseGet(() -> LaidLap.unknown(seconds.length));
    }

    /** km/h. */
    private double[] speedOfTheWay(double[] seconds) {
        double[] speed = new double[seconds.length];
        for (int index = 0; index < speed.length; index++) {
            int before = Math.max(0, index - SLOPE_POINTS);
            int after = Math.min(speed.length - 1, index + SLOPE_POINTS);
            double time = seconds[after] - seconds[before];
            speed[index] = time > 0 ? (after - before) * step() / time * 3.6 : Double.NaN;
        }
        return speed;
    }

    private static double medianStep(double[] seconds) {
        double[] steps =
                IntStream.range(1, seconds.length)
                        .mapToDouble(index -> seconds[index] - seconds[index - 1])
                        .sorted()
                        .toArray();
        return steps.length == 0 ? Double.POSITIVE_INFINITY : steps[steps.length / 2];
    }
}
