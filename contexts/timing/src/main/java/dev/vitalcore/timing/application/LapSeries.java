package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.Decimation;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.timing.domain.Curve;
import dev.vitalcore.timing.domain.LapTrace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The channels of one lap, thinned out for drawing so that no peak is lost: at most {@code points}
 * samples of each, the lowest and the highest of each bucket among them. Any thread may ask.
 */
public final class LapSeries {
    private static final int MOST_POINTS = 100_000;

    private final LapReader reader;

    public LapSeries(LapRecords laps, SeriesStore series) {
        this.reader = new LapReader(laps, series);
    }

    /**
     * In the order asked for.
     *
     * @return x: seconds since the lap began
     * @throws Fault (user) when the lap or a channel is unknown
     */
    public List<Line> byTime(EntryId entry, int lap, List<String> channels, int points) {
        requirePoints(points);
        LapSamples samples = reader.read(new LapReference(entry, lap), channels, List.of());
        return channels.stream()
                .map(channel -> samples.within(seriesOf(samples, channel)).thinned(points))
                .toList();
    }

    /**
     * In the order asked for.
     *
     * @return x: metres since the lap began
     * @throws Fault (user) when the lap or a channel is unknown, or nothing tells the distance
     */
    public List<Line> byDistance(EntryId entry, int lap, List<String> channels, int points) {
        requirePoints(points);
        LapReference reference = new LapReference(entry, lap);
        LapSamples samples = reader.read(reference, channels, LapReader.WAY);
        LapTrace trace = samples.trace().orElseThrow(() -> withoutDistance(reference));
        Curve metres = trace.metresOverSeconds();
        return channels.stream()
                .map(channel -> samples.within(seriesOf(samples, channel)).over(metres))
                .map(line -> line.thinned(points))
                .toList();
    }

    /** The way of the car in the lap, for drawing; empty where it has no positions. */
    public Optional<Outline> outline(EntryId entry, int lap, int points) {
        requirePoints(points);
        return reader.readWhatThereIs(new LapReference(entry, lap), List.of(), LapReader.WAY)
                .trace()
                .flatMap(trace -> Way.outlineOf(trace, points));
    }

    static Fault withoutDistance(LapReference reference) {
        return Fault.user(
                "lap-without-distance",
                reference + " has neither positions nor speed, so its distance is unknown",
                "ask for it by time, or choose another lap");
    }

    private static Series seriesOf(LapSamples samples, String channel) {
        return Objects.requireNonNull(samples.series().get(channel), channel);
    }

    private static void requirePoints(int points) {
        if (points < Decimation.FEWEST_POINTS || points > MOST_POINTS) {
            throw Fault.user(
                    "points-out-of-range",
                    "points is " + points,
                    "use " + Decimation.FEWEST_POINTS + " to " + MOST_POINTS);
        }
    }

    /** One channel; arrays of equal length, x never falling. */
    public record Line(ChannelSpec spec, double[] x, double[] y) {
        /** The same values over another x. */
        Line over(Curve metres) {
            return new Line(spec, metres.at(x), y);
        }

        Line thinned(int points) {
            int[] rows = Decimation.keptRows(x, y, points);
            return new Line(
                    spec,
                    IntStream.of(rows).mapToDouble(row -> x[row]).toArray(),
                    IntStream.of(rows).mapToDouble(row -> y[row]).toArray());
        }
    }

    /** Arrays of equal length. */
    public record Outline(Positions positions, double[] distanceMetres) {}
}
