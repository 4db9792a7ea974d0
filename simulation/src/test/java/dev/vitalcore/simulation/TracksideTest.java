package dev.vitalcore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.telemetry.Trackside;
import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.race.RaceSettings;
import dev.vitalcore.simulation.race.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the circuit sends of a race is what happened in it. */
class TracksideTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final RaceSettings RACE = new RaceSettings("talheim", 10, 10, 2);

    /** By channel, then by time in seconds. */
    private static final Map<String, NavigableMap<Double, Double>> SENT = new HashMap<>();

    private static Truth truth;
    private static TelemetryBlock first;

    @BeforeAll
    static void drive() {
        RaceFeed feed = new RaceFeed(RACE, new SessionId("race"), START);
        while (feed.hasNext()) {
            TelemetryBlock block = feed.next();
            if (block.entry().isTrackside()) {
                first = first == null ? block : first;
                keep(block);
            }
        }
        truth = feed.truth();
    }

    @Test
    void everyChannelIsAStandardOneInItsUnit() {
        assertThat(first.layout().groups().stream().map(RateGroup::channels))
                .allSatisfy(channels ->
                        assertThat(channels)
                                .allSatisfy(channel ->
                                        assertThat(StandardChannels.UNITS)
                                                .containsEntry(channel.name(), channel.unit())));
        assertThat(first.declaration().orElseThrow().format()).isEqualTo("simulation-trackside");
    }

    @Test
    void showsTheFlagsOfRaceControlWhenTheyWereShown() {
        List<RaceFlag> shown = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        sent(StandardChannels.FLAG)
                .forEach((time, code) -> {
                    RaceFlag flag = RaceFlag.of(code).orElseThrow();
                    if (shown.isEmpty() || shown.getLast() != flag) {
                        shown.add(flag);
                        times.add(time);
                    }
                });
        List<Truth.FlagShown> flags = truth.flags();

        assertThat(shown.removeFirst()).isEqualTo(RaceFlag.NONE);
        assertThat(shown)
                .extracting(Enum::name)
                .isEqualTo(flags.stream().map(flag -> flag.flag().name()).toList())
                .contains("YELLOW", "SAFETY_CAR");
        for (int index = 1; index < flags.size(); index++) {
            assertThat(times.get(index + 1)).isCloseTo(flags.get(index).seconds(), within(0.11));
        }
    }

    @Test
    void reportsWhatHappenedToWhichCar() {
        for (Truth.Incident incident : truth.incidents()) {
            IncidentKind kind =
                    switch (incident.kind()) {
                        case WIDE -> null;
                        case SPIN -> IncidentKind.SPIN;
                        case PUNCTURE -> IncidentKind.PUNCTURE;
                        case BREAKDOWN -> IncidentKind.MECHANICAL;
                        case CONTACT -> IncidentKind.CONTACT;
                    };
            if (kind != null) {
                assertThat(sent(StandardChannels.INCIDENT_KIND).entrySet())
                        .anySatisfy(sample -> {
                            double time = sample.getKey();
                            assertThat(sample.getValue()).isEqualTo(kind.code());
                            assertThat(time).isCloseTo(incident.seconds(), within(0.001));
                            assertThat(sent(StandardChannels.INCIDENT_CAR).get(time))
                                    .isEqualTo(incident.car() + 1);
                        });
            }
        }
        assertThat(timeOf(IncidentKind.STOPPED_ON_TRACK))
                .isGreaterThan(timeOf(IncidentKind.MECHANICAL));
    }

    @Test
    void coversACarThatStandsByYellowFlagsWhereItStands() {
        double spun = timeOf(IncidentKind.SPIN);
        double place = sent(StandardChannels.INCIDENT_DISTANCE).get(spun);
        double hazard = sent(StandardChannels.HAZARD_DISTANCE).ceilingEntry(spun + 5).getValue();

        assertThat(hazard).isBetween(place, place + 200);
        int sectors = sent(StandardChannels.MARSHAL_SECTORS).firstEntry().getValue().intValue();
        double length = Circuit.named("talheim").length();
        int sector = 1 + (int) (hazard / length * sectors);
        assertThat(flag(sector, spun + 5)).isEqualTo(SectorFlag.DOUBLE_YELLOW);
        assertThat(flag(sector == 1 ? sectors : sector - 1, spun + 5)).isEqualTo(SectorFlag.YELLOW);
        assertThat(flag(sector % sectors + 1, spun + 5)).isEqualTo(SectorFlag.CLEAR);
        assertThat(flag(sector, spun - 1)).isEqualTo(SectorFlag.CLEAR);
        assertThat(flag(sector, spun + 60)).isEqualTo(SectorFlag.CLEAR);
    }

    @Test
    void warnsOfOilWhereACarStoodOnceItIsAway() {
        double stood = timeOf(IncidentKind.STOPPED_ON_TRACK);
        double place = sent(StandardChannels.INCIDENT_DISTANCE).get(stood);
        double green =
                truth.flags().stream()
                        .filter(flag -> flag.flag() == Truth.Flag.GREEN && flag.seconds() > stood)
                        .findFirst()
                        .orElseThrow()
                        .seconds();
        int sectors = sent(StandardChannels.MARSHAL_SECTORS).firstEntry().getValue().intValue();
        int sector = 1 + (int) (place / Circuit.named("talheim").length() * sectors);

        assertThat(flag(sector, stood + 1)).isEqualTo(SectorFlag.DOUBLE_YELLOW);
        assertThat(flag(sector, green + 1)).isEqualTo(SectorFlag.SLIPPERY);
    }

    @Test
    void measuresAWeatherThatCanBe() {
        assertBetween(StandardChannels.AIR_TEMPERATURE, 10, 30);
        assertBetween(StandardChannels.TRACK_TEMPERATURE, 10, 42);
        assertBetween(StandardChannels.HUMIDITY, 30, 100);
        assertBetween(StandardChannels.WIND_SPEED, 0, 15);
        assertBetween(StandardChannels.WIND_DIRECTION, 0, 360);
        assertBetween(StandardChannels.RAIN_INTENSITY, 0, 12);
        assertBetween(StandardChannels.TRACK_WETNESS, 0, 100);
        assertBetween(StandardChannels.AIR_PRESSURE, 980, 990);
    }

    private static void assertBetween(String channel, double least, double most) {
        assertThat(sent(channel).size()).isGreaterThan(600);
        assertThat(sent(channel).values())
                .as(channel)
                .allSatisfy(value -> assertThat(value).isBetween(least, most));
    }

    private static SectorFlag flag(int sector, double time) {
        double code = sent(Trackside.sectorChannel(sector)).ceilingEntry(time).getValue();
        return SectorFlag.of(code).orElseThrow();
    }

    private static double timeOf(IncidentKind kind) {
        return sent(StandardChannels.INCIDENT_KIND).entrySet().stream()
                .filter(sample -> sample.getValue() == kind.code())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static NavigableMap<Double, Double> sent(String channel) {
        return SENT.getOrDefault(channel, new TreeMap<>());
    }

    private static void keep(TelemetryBlock block) {
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            for (int column = 0; column < rows.columns().size(); column++) {
                String name = block.layout().groups().get(group).channels().get(column).name();
                for (int row = 0; row < rows.size(); row++) {
                    double value = rows.columns().get(column).valueAt(row);
                    if (!Double.isNaN(value)) {
                        SENT.computeIfAbsent(name, any -> new TreeMap<>())
                                .put((rows.times()[row] - START) / 1e9, value);
                    }
                }
            }
        }
    }
}
