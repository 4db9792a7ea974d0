package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.Trackside;
import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.telemetry.domain.RaceControlMessage.FlagShown;
import dev.vitalcore.telemetry.domain.RaceControlMessage.IncidentReported;
import dev.vitalcore.telemetry.domain.RaceControlMessage.SectorFlagShown;
import dev.vitalcore.telemetry.domain.RaceControlMessage.Weather;
import dev.vitalcore.telemetry.domain.RaceControlMessage.WeatherTurned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells from the samples of the trackside channels what changed, row by row. At first no flag is
 * shown, every sector is clear, and it is dry. Not thread-safe.
 */
public final class RaceControlLog {
    /** The channels that it takes something from. */
    public static final List<String> CHANNELS = channelsTaken();

    /** Wet from here on, percent; and dry again only below the second one. */
    private static final double WET = 15;

    private static final double DRY = 5;

    /** mm/h; likewise. */
    private static final double RAIN = 0.2;

    private static final double NO_RAIN = 0.1;

    private final int flagAt;
    private final int countAt;
    private final int[] sectorsAt;
    private final int kindAt;
    private final int carAt;
    private final int distanceAt;
    private final int rainAt;
    private final int wetnessAt;
    private final SectorFlag[] sectors;
    private RaceFlag flag = RaceFlag.NONE;
    private boolean rains;
    private boolean wet;
    private int marshalSectors;
    private long newest = Long.MIN_VALUE;

    /**
     * @param channels what the values of a row are
     */
    public RaceControlLog(List<String> channels) {
        flagAt = channels.indexOf(StandardChannels.FLAG);
        countAt = channels.indexOf(StandardChannels.MARSHAL_SECTORS);
        sectorsAt =
                IntStream.rangeClosed(1, Trackside.MOST_MARSHAL_SECTORS)
                        .map(sector -> channels.indexOf(Trackside.sectorChannel(sector)))
                        .toArray();
        kindAt = channels.indexOf(StandardChannels.INCIDENT_KIND);
        carAt = channels.indexOf(StandardChannels.INCIDENT_CAR);
        distanceAt = channels.indexOf(StandardChannels.INCIDENT_DISTANCE);
        rainAt = channels.indexOf(StandardChannels.RAIN_INTENSITY);
        wetnessAt = channels.indexOf(StandardChannels.TRACK_WETNESS);
        sectors = new SectorFlag[Trackside.MOST_MARSHAL_SECTORS];
        Arrays.fill(sectors, SectorFlag.CLEAR);
    }

    /** The same in the state that this one has now. */
    public RaceControlLog copy() {
        return new RaceControlLog(this);
    }

    private RaceControlLog(RaceControlLog other) {
        flagAt = other.flagAt;
        countAt = other.countAt;
        sectorsAt = other.sectorsAt;
        kindAt = other.kindAt;
        carAt = other.carAt;
        distanceAt = other.distanceAt;
        rainAt = other.rainAt;
        wetnessAt = other.wetnessAt;
        sectors = other.sectors.clone();
        flag = other.flag;
        rains = other.rains;
        wet = other.wet;
        marshalSectors = other.marshalSectors;
        newest = other.newest;
    }

    private static List<String> channelsTaken() {
        return Stream.concat(
                        Stream.of(
                                StandardChannels.FLAG,
                                StandardChannels.MARSHAL_SECTORS,
                                StandardChannels.INCIDENT_KIND,
                                StandardChannels.INCIDENT_CAR,
                                StandardChannels.INCIDENT_DISTANCE,
                                StandardChannels.RAIN_INTENSITY,
                                StandardChannels.TRACK_WETNESS),
                        IntStream.rangeClosed(1, Trackside.MOST_MARSHAL_SECTORS)
                                .mapToObj(Trackside::sectorChannel))
                .toList();
    }

    /**
     * What the next row changes. Of a row from before the newest one only the incident counts: it
     * happened, but no flag is turned back by what comes late.
     *
     * @param values one a channel, NaN where the row has none
     */
    public List<RaceControlMessage> accept(long nanos, double[] values) {
        List<RaceControlMessage> messages = new ArrayList<>();
        if (nanos >= newest) {
            newest = nanos;
            marshalSectors = count(at(values, countAt));
            takeFlags(nanos, values, messages);
            takeWeather(nanos, values, messages);
        }
        IncidentKind.of(at(values, kindAt))
                .ifPresent(kind ->
                        messages.add(
                                new IncidentReported(
                                        nanos,
                                        kind,
                                        startNumber(at(values, carAt)),
                                        at(values, distanceAt))));
        return messages;
    }

    /** How many marshal sectors the circuit said to have; 0 while it has not. */
    public int marshalSectors() {
        return marshalSectors;
    }

    private int count(double stated) {
        return stated >= 0 && stated <= Trackside.MOST_MARSHAL_SECTORS
                ? (int) stated
                : marshalSectors;
    }

    private void takeFlags(long nanos, double[] values, List<RaceControlMessage> messages) {
        RaceFlag shown = RaceFlag.of(at(values, flagAt)).orElse(flag);
        if (shown != flag) {
            flag = shown;
            messages.add(new FlagShown(nanos, shown));
        }
        for (int index = 0; index < sectors.length; index++) {
            SectorFlag post = SectorFlag.of(at(values, sectorsAt[index])).orElse(sectors[index]);
            if (post != sectors[index]) {
                sectors[index] = post;
                messages.add(new SectorFlagShown(nanos, index + 1, post));
            }
        }
    }

    private void takeWeather(long nanos, double[] values, List<RaceControlMessage> messages) {
        double rain = at(values, rainAt);
        if (rains ? rain < NO_RAIN : rain >= RAIN) {
            rains = !rains;
            messages.add(new WeatherTurned(nanos, rains ? Weather.RAIN : Weather.NO_RAIN));
        }
        double wetness = at(values, wetnessAt);
        if (wet ? wetness < DRY : wetness >= WET) {
            wet = !wet;
            messages.add(new WeatherTurned(nanos, wet ? Weather.WET : Weather.DRY));
        }
    }

    private static OptionalInt startNumber(double value) {
        boolean whole = value >= 0 && value <= 1_000_000 && value == Math.rint(value);
        return whole ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    private static double at(double[] values, int index) {
        return index < 0 ? Double.NaN : values[index];
    }
}
