package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.timing.domain.Curve;
import dev.vitalcore.timing.domain.LapDelta;
import dev.vitalcore.timing.domain.LapTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Two laps laid over each other by distance: where the other lap is behind, and what both did
 * there. The distance is that of the reference lap; the other lap's values are those it had at the
 * same place on the track, which {@link LapDelta} finds. Any thread may ask.
 */
public final class Overlays {
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 20_000;

    private final LapReader reader;

    public Overlays(LapRecords laps, SeriesStore series) {
        this.reader = new LapReader(laps, series);
    }

    /**
     * @param points how many, evenly spaced
     * @throws Fault (user) when a lap is unknown or has no distance, when the two are not of one
     *     circuit, or when neither lap has a channel
     */
    public Overlay overlay(
            LapReference reference, LapReference other, List<String> channels, int points) {
        if (points < FEWEST_POINTS || points > MOST_POINTS) {
            throw Fault.user(
                    "points-out-of-range",
                    "points is " + points,
                    "use " + FEWEST_POINTS + " to " + MOST_POINTS);
        }
        LapSamples ours = reader.readWhatThereIs(reference, channels, LapReader.WAY);
        LapSamples theirs = reader.readWhatThereIs(other, channels, LapReader.WAY);
        LapTrace ourTrace = ours.trace().orElseThrow(() -> LapSeries.withoutDistance(reference));
        LapTrace theirTrace = theirs.trace().orElseThrow(() -> LapSeries.withoutDistance(other));

        OneCircuit.Side ourSide = new OneCircuit.Side(ours, ourTrace);
        OneCircuit.Side theirSide = new OneCircuit.Side(theirs, theirTrace);
        OneCircuit.require(ourSide, theirSide);
        LapDelta.AtLine atLine = OneCircuit.atLine(ourSide, theirSide);
        LapDelta delta = LapDelta.of(ourTrace, theirTrace, atLine, points);
        double[] ourSeconds = ourTrace.secondsOverMetres().at(delta.distanceMetres());
        double[] theirSeconds = sum(ourSeconds, delta.deltaSeconds());
        List<Channel> compared =
                channels.stream()
                        .map(channel -> specOf(channel, ours, theirs))
                        .map(spec ->
                                new Channel(
                                        spec,
                                        valuesOf(ours, spec, ourSeconds),
                                        valuesOf(theirs, spec, theirSeconds)))
                        .toList();
        return new Overlay(
                delta.distanceMetres(),
                // From where a lap begins that does not begin at the line nobody is behind.
                atLine.begin() ? delta.deltaSeconds() : unknown(points),
                compared,
                ours.positionsAt(ourSeconds));
    }

    /** The reference's where it has the channel; cars of two makes need not have the same. */
    private static ChannelSpec specOf(String channel, LapSamples ours, LapSamples theirs) {
        return ours.spec(channel)
                .or(() -> theirs.spec(channel))
                .orElseThrow(() ->
                        LapReader.unknownChannel(channel, ours.reference(), theirs.reference()));
    }

    /** In the unit of the spec; NaN everywhere where the lap does not have the channel. */
    private static double[] valuesOf(LapSamples samples, ChannelSpec spec, double[] seconds) {
        double[] values = unknown(seconds.length);
        Optional<Curve> curve = samples.curve(spec.name());
        if (curve.isEmpty()) {
            return values;
        }
        ChannelSpec own = samples.spec(spec.name()).orElse(spec);
        if (!own.convertsTo(spec)) {
            throw Fault.user(
                    "channel-units-differ",
                    "channel '"
                            + spec.name()
                            + "' is in '"
                            + spec.shownUnit()
                            + "' in one lap and in '"
                            + own.shownUnit()
                            + "' in the other",
                    "leave the channel out");
        }
        for (int index = 0; index < values.length; index++) {
            values[index] = own.unit().convert(curve.get().at(seconds[index]), spec.unit());
        }
        return values;
    }

    private static double[] unknown(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] sum(double[] seconds, double[] delta) {
        double[] sum = new double[seconds.length];
        for (int index = 0; index < sum.length; index++) {
            sum[index] = seconds[index] + delta[index];
        }
        return sum;
    }

    /**
     * All arrays have equal length.
     *
     * @param deltaSeconds above 0 where the other lap is behind; NaN where it was not seen on the
     *     way of the reference, and everywhere where the two do not begin at the line
     * @param line where the reference was
     */
    public record Overlay(
            double[] distanceMetres,
            double[] deltaSeconds,
            List<Channel> channels,
            Optional<Positions> line) {
        public Overlay {
            channels = List.copyOf(channels);
        }
    }

    /** One channel of both laps; NaN where absent. */
    public record Channel(ChannelSpec spec, double[] reference, double[] other) {}
}
