package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A car on a round track of 200 m radius, one lap in exactly 20 s, the first passing of the line at
 * 5 s. A block a second: position and speed at 10 Hz, throttle at 50 Hz.
 */
final class CircleRun {
    static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    static final double LAP_S = 20;
    static final double SPEED_KMH = 2 * Math.PI * 200 / LAP_S * 3.6;

    private static final double FIRST_PASSING_S = 5;
    private static final double METRES_A_DEGREE = 111_320;
    private static final double LATITUDE = 45;
    private static final long START_NANOS = EpochNanos.of(START);
    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    List.of(
                                            precise(StandardChannels.LATITUDE),
                                            precise(StandardChannels.LONGITUDE),
                                            channel(
                                                    StandardChannels.SPEED,
                                                    Unit.KILOMETRE_PER_HOUR)),
                                    100_000_000),
                            new RateGroup(
                                    List.of(channel(StandardChannels.THROTTLE, Unit.PERCENT)),
                                    20_000_000)));

    private final EntryId entry;

    CircleRun(String session, String car) {
        entry = EntryId.parse(session + "/" + car);
    }

    EntryId entry() {
        return entry;
    }

    SourceId source() {
        return new SourceId(entry.session() + "-" + entry.car());
    }

    List<TelemetryBlock> blocks(int fromSecond, int toSecond) {
        return IntStream.range(fromSecond, toSecond).mapToObj(this::block).toList();
    }

    /** The block of one second of the run. */
    TelemetryBlock block(int second) {
        return block(second, SPEED_KMH);
    }

    /** The same, though the car says another speed; NaN where it says none. */
    TelemetryBlock block(int second, double speedKmh) {
        return new TelemetryBlock(
                source(),
                entry,
                second,
                LAYOUT,
                List.of(positions(second, speedKmh), throttles(second)),
                second == 0 ? Optional.of(declaration()) : Optional.empty(),
                false);
    }

    /** What timing finds in the run: out lap and two flying ones. */
    List<TimingEvent> timing() {
        return List.of(
                track(),
                passing(1),
                lap(1, TimingEvent.LapKind.OUT, 0, FIRST_PASSING_S),
                passing(2),
                lap(2, TimingEvent.LapKind.FLYING, FIRST_PASSING_S, LAP_S),
                passing(3),
                lap(3, TimingEvent.LapKind.FLYING, FIRST_PASSING_S + LAP_S, LAP_S),
                new TimingEvent.TimingWarned(
                        entry, 1, "start-line-elsewhere", "the line is far away", nanos(7)));
    }

    TimingEvent track() {
        return new TimingEvent.TrackAdopted(entry, 1, List.of(line()), TimingEvent.Witness.GATE);
    }

    TimingEvent lap(int number, TimingEvent.LapKind kind, double startS, double timeS) {
        return lap(number, 1, kind, startS, timeS);
    }

    TimingEvent lap(
            int number, int revision, TimingEvent.LapKind kind, double startS, double timeS) {
        return new TimingEvent.LapCompleted(
                entry,
                revision,
                number,
                kind,
                nanos(startS),
                EpochNanos.ofSeconds(timeS),
                List.of(),
                TimingEvent.Witness.GATE,
                0,
                OptionalInt.empty());
    }

    private TimingEvent passing(int index) {
        return new TimingEvent.GatePassed(
                entry,
                1,
                index,
                "start-finish",
                nanos(FIRST_PASSING_S + (index - 1) * LAP_S),
                SPEED_KMH,
                TimingEvent.Witness.GATE,
                Optional.of(DeclaredGate.Kind.START_FINISH));
    }

    private static long nanos(double seconds) {
        return START_NANOS + EpochNanos.ofSeconds(seconds);
    }

    private static DeclaredGate line() {
        double longitude = longitude(Math.PI / 2);
        return new DeclaredGate(
                DeclaredGate.Kind.START_FINISH,
                "start-finish",
                new DeclaredGate.Line(
                        LATITUDE + 190 / METRES_A_DEGREE,
                        longitude,
                        LATITUDE + 210 / METRES_A_DEGREE,
                        longitude));
    }

    private static SourceDeclaration declaration() {
        return new SourceDeclaration(
                "test-circle",
                "A round track",
                Optional.of("Circle"),
                Optional.of("Kart"),
                Optional.of("Ada"),
                List.of(line()),
                List.of());
    }

    private static Rows positions(int second, double speedKmh) {
        int count = 10;
        long[] times = times(second, count, 100_000_000);
        double[] latitudes = new double[count];
        double[] longitudes = new double[count];
        float[] speeds = new float[count];
        for (int row = 0; row < count; row++) {
            double angle = angle(second + row / 10.0);
            latitudes[row] = LATITUDE + 200 * Math.sin(angle) / METRES_A_DEGREE;
            longitudes[row] = longitude(angle);
            speeds[row] = (float) speedKmh;
        }
        return new Rows(
                times,
                List.of(
                        new Column.Doubles(latitudes),
                        new Column.Doubles(longitudes),
                        new Column.Singles(speeds)));
    }

    /** Rises from 0 to 98 within each second, with one peak of 100 in the middle. */
    private static Rows throttles(int second) {
        float[] throttle = new float[50];
        for (int row = 0; row < throttle.length; row++) {
            throttle[row] = row == 25 ? 100 : row * 2;
        }
        return new Rows(
                times(second, throttle.length, 20_000_000), List.of(new Column.Singles(throttle)));
    }

    private static long[] times(int second, int count, long period) {
        long[] times = new long[count];
        for (int row = 0; row < count; row++) {
            times[row] = nanos(second) + row * period;
        }
        return times;
    }

    /** North of the centre when the line is passed, and then clockwise. */
    private static double angle(double second) {
        return Math.PI / 2 - 2 * Math.PI * (second - FIRST_PASSING_S) / LAP_S;
    }

    private static double longitude(double angle) {
        return 9 + 200 * Math.cos(angle) / (METRES_A_DEGREE * Math.cos(Math.toRadians(LATITUDE)));
    }

    private static ChannelSpec precise(String name) {
        return new ChannelSpec(name, name, Unit.DEGREE, "deg", ChannelSpec.Precision.DOUBLE);
    }

    private static ChannelSpec channel(String name, Unit unit) {
        return new ChannelSpec(
                name, "My " + name, unit, unit.symbol(), ChannelSpec.Precision.SINGLE);
    }
}
