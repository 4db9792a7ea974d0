package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Laps of a round circuit of 3,000 m whose every place and time is known: the car's distance is a
 * function of the time since the lap began, sampled at 20 Hz off the whole numbers.
 */
final class RoundLaps implements LapRecords {
    static final double LENGTH_M = 3_000;

    private static final double RADIUS_M = LENGTH_M / 2 / Math.PI;
    static final double SOUTH = 43.79;
    private static final double WEST = -87.99;

    /** Metres of one degree of the meridian, and of the parallel, at that place (WGS 84). */
    private static final double NORTH_M = 111_113.5;

    private static final double EAST_M = 80_508.6;

    private final KeptSeries store = new KeptSeries();
    private final Map<LapReference, LapCompleted> laps = new HashMap<>();

    @Override
    public Optional<LapCompleted> lap(LapReference reference) {
        return Optional.ofNullable(laps.get(reference));
    }

    KeptSeries store() {
        return store;
    }

    /** A lap on the Earth, with its samples from a second before to a second after it. */
    LapReference onEarth(
            String car, int number, long startNanos, double seconds, DoubleUnaryOperator metres) {
        LapReference reference = lap(car, number, startNanos, seconds);
        long[] times = times(startNanos, seconds);
        keep(
                reference,
                StandardChannels.LATITUDE,
                Unit.DEGREE,
                times,
                at(startNanos, s -> SOUTH + RADIUS_M * Math.sin(angle(metres, s)) / NORTH_M));
        keep(
                reference,
                StandardChannels.LONGITUDE,
                Unit.DEGREE,
                times,
                at(startNanos, s -> WEST + RADIUS_M * Math.cos(angle(metres, s)) / EAST_M));
        return reference;
    }

    /** A lap in the world of a game. */
    LapReference inWorld(
            String car, int number, long startNanos, double seconds, DoubleUnaryOperator metres) {
        LapReference reference = lap(car, number, startNanos, seconds);
        long[] times = times(startNanos, seconds);
        keep(
                reference,
                StandardChannels.WORLD_X,
                Unit.METRE,
                times,
                at(startNanos, s -> RADIUS_M * Math.cos(angle(metres, s))));
        keep(
                reference,
                StandardChannels.WORLD_Y,
                Unit.METRE,
                times,
                at(startNanos, s -> RADIUS_M * Math.sin(angle(metres, s))));
        return reference;
    }

    /** A lap of which nothing is kept yet. */
    LapReference lap(String car, int number, long startNanos, double seconds) {
        LapReference reference = new LapReference(EntryId.parse("round/" + car), number);
        laps.put(
                reference,
                new LapCompleted(
                        reference.entry(),
                        1,
                        number,
                        LapKind.FLYING,
                        startNanos,
                        EpochNanos.ofSeconds(seconds),
                        List.of(),
                        Witness.GATE,
                        0,
                        OptionalInt.empty()));
        return reference;
    }

    /** States by how much its time may be off. */
    void uncertain(LapReference reference, long nanos) {
        LapCompleted lap = laps.get(reference);
        state(reference, lap.kind(), lap.endedBy(), nanos);
    }

    /** States of what kind the lap is; else it is a flying one. */
    void is(LapReference reference, LapKind kind) {
        LapCompleted lap = laps.get(reference);
        state(reference, kind, lap.endedBy(), lap.uncertaintyNanos());
    }

    /** States that it does not end at the line. */
    void endsWithTheRecording(LapReference reference) {
        LapCompleted lap = laps.get(reference);
        state(reference, lap.kind(), Witness.RECORDING, lap.uncertaintyNanos());
    }

    private void state(LapReference reference, LapKind kind, Witness endedBy, long uncertainty) {
        LapCompleted lap = laps.get(reference);
        laps.put(
                reference,
                new LapCompleted(
                        lap.entry(),
                        lap.revision(),
                        lap.number(),
                        kind,
                        lap.startNanos(),
                        lap.durationNanos(),
                        lap.sectorNanos(),
                        endedBy,
                        uncertainty,
                        lap.statedNumber()));
    }

    /** A further channel of the lap as a function of the seconds since it began. */
    void channel(LapReference reference, String name, Unit unit, DoubleUnaryOperator value) {
        LapCompleted lap = laps.get(reference);
        long[] times = times(lap.startNanos(), EpochNanos.toSeconds(lap.durationNanos()));
        keep(reference, name, unit, times, at(lap.startNanos(), value));
    }

    /** One that is calculated, in a unit that only its name tells. */
    void calculated(LapReference reference, String name, String unit, DoubleUnaryOperator value) {
        LapCompleted lap = laps.get(reference);
        long[] times = times(lap.startNanos(), EpochNanos.toSeconds(lap.durationNanos()));
        ChannelSpec.Calculated origin = new ChannelSpec.Calculated(name.substring(1), false);
        ChannelSpec spec = new ChannelSpec(name, name, Unit.NONE, unit, Precision.DOUBLE, origin);
        store.keep(reference.entry(), spec, times, at(lap.startNanos(), value).at(times));
    }

    private interface Sampled {
        double[] at(long[] times);
    }

    private static Sampled at(long startNanos, DoubleUnaryOperator value) {
        return times -> {
            double[] values = new double[times.length];
            for (int row = 0; row < times.length; row++) {
                values[row] = value.applyAsDouble(EpochNanos.toSeconds(times[row] - startNanos));
            }
            return values;
        };
    }

    private void keep(
            LapReference reference, String name, Unit unit, long[] times, Sampled values) {
        ChannelSpec spec = new ChannelSpec(name, name, unit, unit.symbol(), Precision.DOUBLE);
        store.keep(reference.entry(), spec, times, values.at(times));
    }

    private static double angle(DoubleUnaryOperator metres, double seconds) {
        return metres.applyAsDouble(seconds) / RADIUS_M;
    }

    private static long[] times(long startNanos, double seconds) {
        long first = startNanos - EpochNanos.PER_SECOND + 13_000_000;
        int count = (int) ((seconds + 2) * 20);
        return IntStream.range(0, count).mapToLong(i -> first + i * 50_000_000L).toArray();
    }
}
