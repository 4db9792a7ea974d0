package dev.vitalcore.app.bench;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A car that circles at 60 m/s on a ring of 400 m radius and sends a wide row of channels: position
 * and speed for timing to chew on, the rest waves. Making values is cheap on purpose: the load
 * generator shares the machine with what it measures.
 */
final class LoadCar {
    private static final double LATITUDE = 50.0;
    private static final double LONGITUDE = 7.0;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double RADIUS_M = 400;
    private static final double SPEED_MPS = 60;
    private static final double FIRST_CROSSING_S = 0.5;
    private static final double CROSSING_APART_S = 0.15;
    private static final float[] WAVE = wave();

    private final LoadSettings settings;
    private final SourceId source;
    private final EntryId entry;
    private final Layout layout;
    private final long startNanos;
    private final double phase;

    /**
     * @param number from 0
     * @param startNanos event time of the first sample
     */
    LoadCar(LoadSettings settings, SessionId session, int number, long startNanos) {
        this.settings = settings;
        this.entry = new EntryId(session, Integer.toString(number + 1));
        this.source = new SourceId(session + "-" + (number + 1));
        this.layout = layout(settings);
        this.startNanos = startNanos;
        this.phase = -(FIRST_CROSSING_S + number % 20 * CROSSING_APART_S) * SPEED_MPS / RADIUS_M;
    }

    EntryId entry() {
        return entry;
    }

    /** The block that covers the given step of {@link LoadSettings#block()}. */
    TelemetryBlock block(int sequence) {
        int rows = settings.rowsPerBlock();
        long begin = startNanos + sequence * settings.block().toNanos();
        long[] times = new long[rows];
        double[] latitude = new double[rows];
        double[] longitude = new double[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = begin + row * settings.periodNanos();
            double angle = phase + SPEED_MPS / RADIUS_M * ((times[row] - startNanos) / 1e9);
            latitude[row] = LATITUDE + RADIUS_M * Math.sin(angle) / METRES_PER_DEGREE;
            longitude[row] =
                    LONGITUDE
                            + RADIUS_M
                                    * Math.cos(angle)
                                    / (METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE)));
        }
        List<Column> columns = new ArrayList<>(settings.channels());
        columns.add(new Column.Doubles(latitude));
        columns.add(new Column.Doubles(longitude));
        float[] speed = new float[rows];
        Arrays.fill(speed, (float) (SPEED_MPS * 3.6));
        columns.add(new Column.Singles(speed));
        for (int channel = 3; channel < settings.channels(); channel++) {
            int from = (sequence * 31 + channel * 17) % WAVE.length;
            columns.add(new Column.Singles(slice(from, rows)));
        }
        boolean last = sequence == settings.blocksPerCar() - 1;
        Optional<SourceDeclaration> declaration =
                sequence == 0 ? Optional.of(declaration()) : Optional.empty();
        return new TelemetryBlock(
                source,
                entry,
                sequence,
                layout,
                List.of(new Rows(times, columns)),
                declaration,
                last);
    }

    private static float[] slice(int from, int rows) {
        float[] values = new float[rows];
        for (int done = 0; done < rows; ) {
            int index = (from + done) % WAVE.length;
            int count = Math.min(rows - done, WAVE.length - index);
            System.arraycopy(WAVE, index, values, done, count);
            done += count;
        }
        return values;
    }

    private SourceDeclaration declaration() {
        double east = RADIUS_M / (METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE)));
        DeclaredGate line =
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "start-finish",
                        new DeclaredGate.Point(LATITUDE, LONGITUDE + east, 0, 30));
        return new SourceDeclaration(
                "bench",
                "bench",
                Optional.of("ring"),
                Optional.empty(),
                Optional.empty(),
                List.of(line),
                List.of());
    }

    private static Layout layout(LoadSettings settings) {
        List<ChannelSpec> channels = new ArrayList<>(settings.channels());
        channels.add(spec(StandardChannels.LATITUDE, Unit.DEGREE, ChannelSpec.Precision.DOUBLE));
        channels.add(spec(StandardChannels.LONGITUDE, Unit.DEGREE, ChannelSpec.Precision.DOUBLE));
        channels.add(
                spec(
                        StandardChannels.SPEED,
                        Unit.KILOMETRE_PER_HOUR,
                        ChannelSpec.Precision.SINGLE));
        for (int channel = 3; channel < settings.channels(); channel++) {
            channels.add(spec("load_" + channel, Unit.NONE, ChannelSpec.Precision.SINGLE));
        }
        return new Layout(List.of(new RateGroup(channels, settings.periodNanos())));
    }

    private static ChannelSpec spec(String name, Unit unit, ChannelSpec.Precision precision) {
        return new ChannelSpec(name, name, unit, unit.symbol(), precision);
    }

    /** Ten thousand values that do not compress to nothing. */
    private static float[] wave() {
        float[] wave = new float[10_007];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) (100 * Math.sin(i * 0.01) + 3 * Math.sin(i * 1.7) + i % 13);
        }
        return wave;
    }
}
