package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.race.Race;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The logger of one car: position at 10 Hz, driver and engine at 100 Hz, dampers at 500 Hz,
 * temperatures at 10 Hz; a block each tenth of a second.
 */
final class CarLogger {
    static final int STEPS_A_BLOCK = 10;
    static final long STEP_NANOS = 10_000_000L;
    private static final int DAMPERS_A_STEP = 5;
    private static final long DAMPER_NANOS = STEP_NANOS / DAMPERS_A_STEP;
    private static final List<Gauge> POSITION = Gauges.position();
    private static final List<Gauge> DRIVING = Gauges.driving();
    private static final List<Gauge> SLOW = Gauges.slow();

    static final Layout LAYOUT =
            new Layout(
                    List.of(
                            group(POSITION, STEP_NANOS * STEPS_A_BLOCK),
                            group(DRIVING, STEP_NANOS),
                            new RateGroup(
                                    Gauges.WHEELS.stream().map(CarLogger::damper).toList(),
                                    DAMPER_NANOS),
                            group(SLOW, STEP_NANOS * STEPS_A_BLOCK)));

    private final SourceId source;
    private final EntryId entry;
    private final SourceDeclaration declaration;
    private final long startNanos;
    private final Moment now;
    private final Dampers dampers;
    private final Faults faults;
    private final float[][] driving = new float[DRIVING.size()][STEPS_A_BLOCK];
    private final float[][] travel = new float[TyreSet.WHEELS][STEPS_A_BLOCK * DAMPERS_A_STEP];
    private Rows position = new Rows(new long[0], List.of());
    private Rows slow = new Rows(new long[0], List.of());
    private long sequence;

    CarLogger(
            SourceId source,
            EntryId entry,
            SourceDeclaration declaration,
            long startNanos,
            Race race,
            RaceCar car,
            SplittableRandom random) {
        this.source = source;
        this.entry = entry;
        this.declaration = declaration;
        this.startNanos = startNanos;
        this.now = new Moment(race, car, random);
        this.dampers = new Dampers(random.split());
        this.faults = Faults.of(car.index(), race.settings().cars(), race.settings().seed());
    }

    private static RateGroup group(List<Gauge> gauges, long periodNanos) {
        return new RateGroup(gauges.stream().map(Gauge::channel).toList(), periodNanos);
    }

    private static ChannelSpec damper(String wheel) {
        String name = "damper_" + wheel;
        return new ChannelSpec(
                name,
                name,
                Unit.MILLIMETRE,
                Unit.MILLIMETRE.symbol(),
                ChannelSpec.Precision.SINGLE);
    }

    /** Reads the sensors at one step of the block under way. */
    void sample(int step) {
        if (step == 0) {
            now.fix();
            position = read(POSITION);
            slow = read(SLOW);
        }
        for (int gauge = 0; gauge < DRIVING.size(); gauge++) {
            driving[gauge][step] = (float) DRIVING.get(gauge).reads().applyAsDouble(now);
        }
        for (int wheel = 0; wheel < TyreSet.WHEELS; wheel++) {
            for (int part = 0; part < DAMPERS_A_STEP; part++) {
                travel[wheel][step * DAMPERS_A_STEP + part] =
                        (float) dampers.travel(now.car(), wheel, Race.STEP_S / DAMPERS_A_STEP);
            }
        }
        now.advance();
    }

    /** The block that the last ten steps filled. */
    TelemetryBlock block(boolean last) {
        long begin = beginNanos();
        List<Rows> rows =
                List.of(
                        position,
                        rows(driving, begin, STEP_NANOS),
                        rows(travel, begin, DAMPER_NANOS),
                        slow);
        long number = sequence++;
        return new TelemetryBlock(
                source,
                entry,
                number,
                LAYOUT,
                rows,
                number == 0 ? Optional.of(declaration) : Optional.empty(),
                last);
    }

    RaceCar car() {
        return now.car();
    }

    private long beginNanos() {
        return startNanos + sequence * STEPS_A_BLOCK * STEP_NANOS;
    }

    private Rows read(List<Gauge> gauges) {
        double seconds = EpochNanos.toSeconds(beginNanos() - startNanos);
        List<Column> columns = new ArrayList<>(gauges.size());
        for (Gauge gauge : gauges) {
            double value = faults.apply(gauge.name(), gauge.reads().applyAsDouble(now), seconds);
            columns.add(
                    gauge.precision() == ChannelSpec.Precision.DOUBLE
                            ? new Column.Doubles(new double[] {value})
                            : new Column.Singles(new float[] {(float) value}));
        }
        return new Rows(new long[] {beginNanos()}, columns);
    }

    private static Rows rows(float[][] values, long begin, long periodNanos) {
        long[] times = new long[values[0].length];
        for (int row = 0; row < times.length; row++) {
            times[row] = begin + row * periodNanos;
        }
        List<Column> columns = new ArrayList<>(values.length);
        for (float[] column : values) {
            columns.add(new Column.Singles(column.clone()));
        }
        return new Rows(times, columns);
    }
}
