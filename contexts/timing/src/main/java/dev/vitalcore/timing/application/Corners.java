package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.timing.domain.LapCertainty;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.corner.Corner;
import dev.vitalcore.timing.domain.corner.CornerFinder;
import dev.vitalcore.timing.domain.corner.CornerPassage;
import dev.vitalcore.timing.domain.corner.CornerSearch;
import dev.vitalcore.timing.domain.corner.CornerTable;
import dev.vitalcore.timing.domain.corner.LaidLap;
import dev.vitalcore.timing.domain.corner.TimeLosses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The corners of a circuit as a reference lap shows them, how laps went through them, and where a
 * lap loses its time. Any thread may ask. Two laps at most are in memory at a time.
 */
public final class Corners {
    /** What one table may compare; each is read from the store, one after the other. */
    public static final int MOST_LAPS = 40;

    private final LapReader reader;

    public Corners(LapRecords laps, SeriesStore series) {
        this.reader = new LapReader(laps, series);
    }

    /**
     * The corners of a lap.
     *
     * @throws Fault (user) when the lap is unknown or no flying one, or nothing in it tells its
     *     corners
     */
    public OnLap of(LapReference reference) {
        return onLap(read(reference));
    }

    /**
     * How laps went through the corners of the reference, in the order asked for.
     *
     * @throws Fault (user) when a lap is unknown, no flying one or has no distance, when they are
     *     not of one circuit, or when there are too many
     */
    public Comparison compare(LapReference reference, List<LapReference> laps) {
        if (laps.isEmpty() || laps.size() > MOST_LAPS) {
            throw Fault.user(
                    "laps-out-of-range",
                    laps.size() + " laps are to be compared",
                    "name 1 to " + MOST_LAPS);
        }
        OneCircuit.Side side = read(reference);
        OnLap corners = onLap(side);
        LaidLaps laid = new LaidLaps(side);
        LaidLap ours = laid.reference();
        List<LapInCorners> compared = new ArrayList<>();
        for (LapReference lap : laps) {
            OneCircuit.Side other = lap.equals(reference) ? side : read(lap);
            LaidLap theirs = lap.equals(reference) ? ours : laid.lay(other);
            compared.add(
                    new LapInCorners(
                            lap,
                            other.samples().lapSeconds(),
                            LapCertainty.uncertain(other.samples().lap()),
                            theirs.brakeSign(),
                            CornerTable.of(corners.corners(), ours, theirs)));
        }
        return new Comparison(corners, LapCertainty.uncertain(side.samples().lap()), compared);
    }

    /**
     * The three greatest losses of a lap against the reference.
     *
     * @throws Fault (user) as {@link #compare}, and when the time of a lap is uncertain
     */
    public TimeLosses losses(LapReference reference, LapReference other) {
        OneCircuit.Side side = read(reference);
        OneCircuit.Side theirs = read(other);
        requireCertain(side.samples());
        requireCertain(theirs.samples());
        LaidLaps laid = new LaidLaps(side);
        return TimeLosses.of(onLap(side).corners(), laid.reference(), laid.lay(theirs));
    }

    private static void requireCertain(LapSamples samples) {
        if (LapCertainty.uncertain(samples.lap())) {
            throw Fault.user(
                    "lap-uncertain",
                    String.format(
                            Locale.ROOT,
                            "the time of %s may be off by %.1f s, so nothing is measured by it",
                            samples.reference(),
                            EpochNanos.toSeconds(samples.lap().uncertaintyNanos())),
                    "choose a lap whose time is known better");
        }
    }

    /** Metres and seconds are those since the line, so a lap has to begin and to end there. */
    private static void requireWhole(LapSamples samples) {
        LapKind kind = samples.lap().kind();
        if (kind != LapKind.FLYING) {
            throw Fault.user(
                    "lap-not-whole",
                    samples.reference()
                            + switch (kind) {
                                case OUT -> " is an out lap";
                                case IN -> " is an in lap";
                                case PIT -> " is a lap in the pits";
                                case PARTIAL -> " is a piece of a lap";
                                case FLYING -> "";
                            }
                            + ", so it is not driven from line to line on the track",
                    "choose a flying lap");
        }
    }

    private OneCircuit.Side read(LapReference lap) {
        LapSamples samples = reader.readWhatThereIs(lap, List.of(), LaidLaps.CHANNELS);
        requireWhole(samples);
        LapTrace trace = samples.trace().orElseThrow(() -> LapSeries.withoutDistance(lap));
        return new OneCircuit.Side(samples, trace);
    }

    private static OnLap onLap(OneCircuit.Side side) {
        LapReference lap = side.samples().reference();
        return switch (CornerFinder.find(side.trace(), grip(side))) {
            case CornerSearch.NotFound(String why) ->
                    throw Fault.user(
                            "corners-not-found",
                            lap + " " + why + ", so its corners cannot be found",
                            "choose a reference lap of a car that sends them");
            case CornerSearch.Found(List<Corner> corners, CornerSearch.Basis basis) -> {
                double[] apexes = corners.stream().mapToDouble(Corner::apexMetres).toArray();
                double[] seconds = side.trace().secondsOverMetres().at(apexes);
                yield new OnLap(lap, corners, basis, side.samples().positionsAt(seconds));
            }
        };
    }

    private static Optional<CornerFinder.Grip> grip(OneCircuit.Side side) {
        LapSamples samples = side.samples();
        Series lateral = samples.series().get(StandardChannels.ACCELERATION_LATERAL);
        if (lateral == null) {
            return Optional.empty();
        }
        LapSeries.Line line = samples.within(lateral);
        double[] metres = side.trace().metresOverSeconds().at(line.x());
        return samples.curve(StandardChannels.SPEED)
                .map(speed -> new CornerFinder.Grip(metres, line.y(), speed.at(line.x())));
    }

    /**
     * The corners of a lap.
     *
     * @param places of the apexes; empty where the lap has no positions
     */
    public record OnLap(
            LapReference lap,
            List<Corner> corners,
            CornerSearch.Basis basis,
            Optional<Positions> places) {
        public OnLap {
            corners = List.copyOf(corners);
        }
    }

    /**
     * Laps against the reference.
     *
     * @param referenceUncertain its time is not known well enough, so no losses are
     */
    public record Comparison(OnLap reference, boolean referenceUncertain, List<LapInCorners> laps) {
        public Comparison {
            laps = List.copyOf(laps);
        }
    }

    /**
     * One lap in the corners of the reference.
     *
     * @param uncertain its time is not known well enough, so its seconds and losses are not either
     * @param brakeSign what its brake points are taken from
     */
    public record LapInCorners(
            LapReference lap,
            double lapSeconds,
            boolean uncertain,
            LaidLap.BrakeSign brakeSign,
            List<CornerPassage> passages) {
        public LapInCorners {
            passages = List.copyOf(passages);
        }
    }
}
