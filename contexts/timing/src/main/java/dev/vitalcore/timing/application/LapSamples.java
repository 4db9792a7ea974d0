package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.timing.domain.Curve;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.StatedDistance;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The samples of one lap, and a little before and after it so that both ends can be interpolated.
 *
 * @param series by channel name; only channels that are kept
 */
record LapSamples(LapCompleted lap, Map<String, Series> series) {
    double lapSeconds() {
        return EpochNanos.toSeconds(lap.durationNanos());
    }

    Optional<ChannelSpec> spec(String channel) {
        return Optional.ofNullable(series.get(channel)).map(Series::spec);
    }

    /** A channel over the seconds since the lap began; beyond its ends as well. */
    Optional<Curve> curve(String channel) {
        return Optional.ofNullable(series.get(channel))
                .map(found ->
                        new Curve(
                                seconds(found),
                                found.values(),
                                Holes.WIDEST_BRIDGED_S,
                                Course.of(found.spec())));
    }

    /** Where the car was at those times; empty where it has no positions. */
    Optional<Positions> positionsAt(double[] seconds) {
        Optional<Positions> onEarth =
                both(StandardChannels.LATITUDE, StandardChannels.LONGITUDE)
                        .map(at -> new Positions.OnEarth(at[0].at(seconds), at[1].at(seconds)));
        return onEarth.or(() ->
                both(StandardChannels.WORLD_X, StandardChannels.WORLD_Y)
                        .map(at -> new Positions.InWorld(at[0].at(seconds), at[1].at(seconds))));
    }

    LapReference reference() {
        return new LapReference(lap.entry(), lap.number());
    }

    /** The samples of a channel within the lap; empty arrays where there are none. */
    LapSeries.Line within(Series whole) {
        double[] seconds = seconds(whole);
        int[] inside =
                IntStream.range(0, seconds.length)
                        .filter(row -> seconds[row] >= 0 && seconds[row] < lapSeconds())
                        .toArray();
        return new LapSeries.Line(
                whole.spec(), pick(seconds, inside), pick(whole.values(), inside));
    }

    /**
     * The way of the car, from the best that is kept. How far it went: the lap distance that the
     * logger or game states where it fits the lap, else the steps between positions, else how fast
     * it went. Where it was: on the Earth, else in the world of a game. Empty where none of them
     * has at least two samples.
     */
    Optional<LapTrace> trace() {
        Optional<LapTrace> placed = onEarth().or(this::inWorld).filter(LapSamples::leadsSomewhere);
        Optional<StatedDistance> stated = statedDistance();
        return stated.map(distance ->
                        placed.map(trace -> trace.measuredBy(distance))
                                .filter(LapSamples::leadsSomewhere)
                                .orElseGet(() -> distance.alone(lapSeconds())))
                .or(() -> placed)
                .or(this::ofSpeed)
                .filter(LapSamples::leadsSomewhere);
    }

    private Optional<StatedDistance> statedDistance() {
        return Optional.ofNullable(series.get(StandardChannels.LAP_DISTANCE))
                .map(this::within)
                .flatMap(line -> StatedDistance.of(line.x(), line.y(), lapSeconds()));
    }

    private Optional<LapTrace> onEarth() {
        return pair(StandardChannels.LATITUDE, StandardChannels.LONGITUDE)
                .map(pair -> LapTrace.onEarth(pair.seconds, pair.first, pair.second, lapSeconds()));
    }

    private Optional<LapTrace> inWorld() {
        return pair(StandardChannels.WORLD_X, StandardChannels.WORLD_Y)
                .map(pair -> LapTrace.inWorld(pair.seconds, pair.first, pair.second, lapSeconds()));
    }

    private Optional<LapTrace> ofSpeed() {
        return Optional.ofNullable(series.get(StandardChannels.SPEED))
                .map(this::within)
                .map(line -> LapTrace.ofSpeed(line.x(), line.y(), lapSeconds()));
    }

    private Optional<Curve[]> both(String first, String second) {
        return curve(first).flatMap(one -> curve(second).map(other -> new Curve[] {one, other}));
    }

    /** Two channels that only mean something together: the samples that both have. */
    private Optional<Pair> pair(String first, String second) {
        Series one = series.get(first);
        Series other = series.get(second);
        if (one == null || other == null) {
            return Optional.empty();
        }
        LapSeries.Line line = within(one);
        Curve partner = new Curve(seconds(other), other.values(), 0, Course.STRAIGHT);
        double[] values = partner.at(line.x());
        int[] both =
                IntStream.range(0, values.length)
                        .filter(row -> !Double.isNaN(values[row]))
                        .toArray();
        return Optional.of(
                new Pair(pick(line.x(), both), pick(line.y(), both), pick(values, both)));
    }

    private double[] seconds(Series whole) {
        return Arrays.stream(whole.times())
                .mapToDouble(time -> EpochNanos.toSeconds(time - lap.startNanos()))
                .toArray();
    }

    private static boolean leadsSomewhere(LapTrace trace) {
        return trace.seconds().length >= 2 && trace.lengthMetres() > 0;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private record Pair(double[] seconds, double[] first, double[] second) {}
}
