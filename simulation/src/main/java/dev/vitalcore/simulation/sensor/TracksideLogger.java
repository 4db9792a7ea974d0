package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.telemetry.Trackside;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.simulation.race.Posts;
import dev.vitalcore.simulation.race.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The circuit as a source: flags at 10 Hz, incidents when they happen, weather once a second; a
 * block each tenth of a second, as the cars send them.
 */
final class TracksideLogger {
    private static final int BLOCKS_A_WEATHER = 10;

    /** Between incidents of one instant, so that both can be told. */
    private static final long APART_NANOS = 1_000;

    private static final List<String> INCIDENT =
            List.of(
                    StandardChannels.INCIDENT_KIND,
                    StandardChannels.INCIDENT_CAR,
                    StandardChannels.INCIDENT_DISTANCE);

    private final SourceId source;
    private final EntryId entry;
    private final SourceDeclaration declaration;
    private final long startNanos;
    private final Race race;
    private final int sectors;
    private final WeatherStation station;
    private final Layout layout;
    private Rows flags = new Rows(new long[0], List.of());
    private Rows weather = new Rows(new long[0], List.of());
    private int reported;
    private long sequence;

    TracksideLogger(
            SourceId source,
            EntryId entry,
            SourceDeclaration declaration,
            long startNanos,
            Race race,
            SplittableRandom random) {
        this.source = source;
        this.entry = entry;
        this.declaration = declaration;
        this.startNanos = startNanos;
        this.race = race;
        this.sectors = race.circuit().marshalSectors().count();
        this.station = new WeatherStation(race, random);
        long period = CarLogger.STEP_NANOS * CarLogger.STEPS_A_BLOCK;
        this.layout =
                new Layout(
                        List.of(
                                group(flagChannels(sectors), period),
                                group(INCIDENT, 0),
                                group(WeatherStation.CHANNELS, BLOCKS_A_WEATHER * period)));
    }

    private static List<String> flagChannels(int sectors) {
        List<String> channels = new ArrayList<>();
        channels.add(StandardChannels.FLAG);
        channels.add(StandardChannels.MARSHAL_SECTORS);
        channels.add(StandardChannels.HAZARD_DISTANCE);
        for (int sector = 1; sector <= sectors; sector++) {
            channels.add(Trackside.sectorChannel(sector));
        }
        return channels;
    }

    private static RateGroup group(List<String> channels, long periodNanos) {
        return new RateGroup(channels.stream().map(TracksideLogger::channel).toList(), periodNanos);
    }

    private static ChannelSpec channel(String name) {
        Unit unit = Objects.requireNonNull(StandardChannels.UNITS.get(name), name);
        return new ChannelSpec(name, name, unit, unit.symbol(), ChannelSpec.Precision.SINGLE);
    }

    /** Looks at the posts and the station, at the first step of the block under way. */
    void sample() {
        long[] now = {beginNanos()};
        double[] shown = new double[3 + sectors];
        shown[0] = race.flag().code();
        shown[1] = sectors;
        shown[2] = race.posts().hazard();
        for (int sector = 1; sector <= sectors; sector++) {
            shown[2 + sector] = race.posts().flag(sector).code();
        }
        flags = new Rows(now, columns(List.<double[]>of(shown), shown.length));
        int channels = WeatherStation.CHANNELS.size();
        weather =
                sequence % BLOCKS_A_WEATHER == 0
                        ? new Rows(now, columns(List.<double[]>of(station.read()), channels))
                        : new Rows(new long[0], columns(List.of(), channels));
    }

    /** The block of the last ten steps. */
    TelemetryBlock block(boolean last) {
        List<Rows> rows = List.of(flags, incidents(), weather);
        long number = sequence++;
        return new TelemetryBlock(
                source,
                entry,
                number,
                layout,
                rows,
                number == 0 ? Optional.of(declaration) : Optional.empty(),
                last);
    }

    private Rows incidents() {
        List<Posts.Report> news = race.posts().reportsFrom(reported);
        long[] times = new long[news.size()];
        List<double[]> rows = new ArrayList<>();
        for (Posts.Report report : news) {
            int row = rows.size();
            long at = startNanos + EpochNanos.ofSeconds(report.seconds());
            times[row] = row > 0 && at <= times[row - 1] ? times[row - 1] + APART_NANOS : at;
            rows.add(new double[] {report.kind().code(), report.car() + 1, report.metres()});
        }
        reported += news.size();
        return new Rows(times, columns(rows, INCIDENT.size()));
    }

    private static List<Column> columns(List<double[]> rows, int channels) {
        List<Column> columns = new ArrayList<>(channels);
        for (int channel = 0; channel < channels; channel++) {
            float[] values = new float[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = (float) rows.get(row)[channel];
            }
            columns.add(new Column.Singles(values));
        }
        return columns;
    }

    private long beginNanos() {
        return startNanos + sequence * CarLogger.STEPS_A_BLOCK * CarLogger.STEP_NANOS;
    }
}
