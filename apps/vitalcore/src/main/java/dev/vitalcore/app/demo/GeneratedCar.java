package dev.vitalcore.app.demo;

import static dev.vitalcore.contracts.telemetry.ChannelSpec.Precision.DOUBLE;
import static dev.vitalcore.contracts.telemetry.ChannelSpec.Precision.SINGLE;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;

/**
 * One car that drives lap after lap: GPS at 25 Hz, driver and engine at 100 Hz. The same seed gives
 * the same drive. It leaves the pits from a standstill; each lap differs by how hard it is driven.
 */
public final class GeneratedCar implements Iterator<TelemetryBlock> {
    private static final long BLOCK_NANOS = 40_000_000L;
    private static final long STEP_NANOS = 10_000_000L;
    private static final int STEPS = (int) (BLOCK_NANOS / STEP_NANOS);
    private static final double STANDARD_GRAVITY = 9.80665;
    private static final double PITS_BEFORE_LINE_M = 260;
    private static final double GPS_NOISE_M = 0.15;

    /** How far the driver looks ahead. */
    private static final double PREVIEW_S = 0.4;

    private static final double LEAST_PREVIEW_M = 3;

    /** Drivers press harder than they must. */
    private static final double RESOLUTION = 1.3;

    private static final double[] GEAR_TOP_KMH = {85, 120, 158, 198, 238, 290};

    private static final Layout LAYOUT =
            new Layout(
                    List.of(
                            new RateGroup(
                                    List.of(
                                            channel(StandardChannels.LATITUDE, Unit.DEGREE, DOUBLE),
                                            channel(
                                                    StandardChannels.LONGITUDE,
                                                    Unit.DEGREE,
                                                    DOUBLE),
                                            channel(
                                                    StandardChannels.SPEED,
                                                    Unit.KILOMETRE_PER_HOUR,
                                                    SINGLE),
                                            channel(StandardChannels.HEADING, Unit.DEGREE, SINGLE)),
                                    BLOCK_NANOS),
                            new RateGroup(
                                    List.of(
                                            channel(
                                                    StandardChannels.ENGINE_SPEED,
                                                    Unit.REVOLUTION_PER_MINUTE,
                                                    SINGLE),
                                            channel(StandardChannels.GEAR, Unit.NONE, SINGLE),
                                            channel(
                                                    StandardChannels.THROTTLE,
                                                    Unit.PERCENT,
                                                    SINGLE),
                                            channel(StandardChannels.BRAKE, Unit.PERCENT, SINGLE),
                                            channel(StandardChannels.STEERING, Unit.DEGREE, SINGLE),
                                            channel(
                                                    StandardChannels.ACCELERATION_LONGITUDINAL,
                                                    Unit.STANDARD_GRAVITY,
                                                    SINGLE),
                                            channel(
                                                    StandardChannels.ACCELERATION_LATERAL,
                                                    Unit.STANDARD_GRAVITY,
                                                    SINGLE)),
                                    STEP_NANOS)));

    private final SourceId source;
    private final EntryId entry;
    private final Circuit circuit = Circuit.eifel();
    private final Pedals pedals = new Pedals();
    private final Random random;
    private final long startNanos;
    private long sequence;
    private double metres = circuit.length() - PITS_BEFORE_LINE_M;
    private double speed;
    private SpeedProfile profile = new SpeedProfile(circuit, 0.97);
    private long lap;

    /**
     * @param startNanos event time of the first sample
     */
    public GeneratedCar(SourceId source, EntryId entry, long startNanos, long seed) {
        this.source = source;
        this.entry = entry;
        this.startNanos = startNanos;
        this.random = new Random(seed);
    }

    /** Drives for ever. */
    @Override
    public boolean hasNext() {
        return sequence < Long.MAX_VALUE;
    }

    @Override
    public TelemetryBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the drive is over");
        }
        long begin = startNanos + sequence * BLOCK_NANOS;
        Rows position = position(begin);
        Rows drive = drive(begin);
        Optional<SourceDeclaration> declaration =
                sequence == 0 ? Optional.of(declaration()) : Optional.empty();
        return new TelemetryBlock(
                source, entry, sequence++, LAYOUT, List.of(position, drive), declaration, false);
    }

    private Rows position(long time) {
        double[] place = circuit.place(metres);
        double north = place[1] + GPS_NOISE_M * random.nextGaussian();
        double east = place[0] + GPS_NOISE_M * random.nextGaussian();
        return new Rows(
                new long[] {time},
                List.of(
                        new Column.Doubles(new double[] {Circuit.latitude(north)}),
                        new Column.Doubles(new double[] {Circuit.longitude(east)}),
                        new Column.Singles(new float[] {(float) (speed * 3.6)}),
                        new Column.Singles(new float[] {(float) circuit.heading(metres)})));
    }

    private Rows drive(long begin) {
        long[] times = new long[STEPS];
        float[][] columns = new float[7][STEPS];
        for (int step = 0; step < STEPS; step++) {
            times[step] = begin + step * STEP_NANOS;
            advance(columns, step);
        }
        return new Rows(times, List.of(columns).stream().<Column>map(Column.Singles::new).toList());
    }

    /** One hundredth of a second of driving. */
    private void advance(float[][] columns, int step) {
        double seconds = STEP_NANOS / 1e9;
        int point = circuit.pointAt(metres);
        pedals.towards(SpeedProfile.pedals(speed, wanted()), seconds);
        double acceleration = SpeedProfile.acceleration(speed, pedals);
        metres += speed * seconds + acceleration * seconds * seconds / 2;
        speed = Math.max(0, speed + acceleration * seconds);
        if (metres >= (lap + 1) * circuit.length()) {
            lap++;
            profile = new SpeedProfile(circuit, 0.975 + 0.025 * random.nextDouble());
        }
        double kmh = speed * 3.6;
        int gear = gear(kmh);
        double curvature = circuit.curvature(point);
        columns[0][step] = (float) (1_400 + 6_900 * kmh / GEAR_TOP_KMH[gear - 1]);
        columns[1][step] = gear;
        columns[2][step] = (float) (100 * pedals.throttle());
        columns[3][step] = (float) (100 * pedals.brake());
        columns[4][step] = (float) (Math.toDegrees(Math.atan(2.6 * curvature)) * 14);
        columns[5][step] = (float) (acceleration / STANDARD_GRAVITY);
        columns[6][step] = (float) (speed * speed * curvature / STANDARD_GRAVITY);
    }

    /** The acceleration that brings the car to the speed that is right a moment ahead. */
    private double wanted() {
        double ahead = Math.max(speed * PREVIEW_S, LEAST_PREVIEW_M);
        return RESOLUTION * (profile.speed(metres + ahead) - speed) / PREVIEW_S;
    }

    private static int gear(double kmh) {
        int gear = 1;
        while (gear < GEAR_TOP_KMH.length && kmh > GEAR_TOP_KMH[gear - 1] * 0.96) {
            gear++;
        }
        return gear;
    }

    private SourceDeclaration declaration() {
        return new SourceDeclaration(
                "generated",
                "Demo: one car, generated",
                Optional.of("Eifel (generated)"),
                Optional.of("GT, generated"),
                Optional.of("A. Driver"),
                circuit.gates(),
                List.of());
    }

    private static ChannelSpec channel(String name, Unit unit, ChannelSpec.Precision precision) {
        return new ChannelSpec(name, name, unit, unit.symbol(), precision);
    }
}
