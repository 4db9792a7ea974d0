package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericCsvFormatTest {
    @TempDir private Path directory;

    @Test
    void readsTheExampleOfTheDocumentation() {
        Samples table =
                Written.samples(
                        directory,
                        "a.csv",
                        "Time [s],Latitude [deg],Longitude [deg],Speed [km/h],Engine Speed [rpm],Throttle [%]",
                        "0.00,43.797906,-87.989638,182.4,7210,100",
                        "0.04,43.797888,-87.989638,182.9,7225,100");

        assertThat(table.times(0)).containsExactly(0, 40_000_000);
        assertThat(table.channel("latitude")).containsExactly(43.797906, 43.797888);
        assertThat(table.channel("speed")).containsExactly(182.4f, 182.9f);
        assertThat(table.channel("engine_speed")).containsExactly(7210, 7225);
        assertThat(table.warnings()).isEmpty();
    }

    @Test
    void passesOverASecondTimeColumnWithItsUnitInTheName() {
        Samples table =
                Written.samples(
                        directory,
                        "a.csv",
                        "time_s,utc,speed [km/h],elapsed time",
                        "1.5,2026-05-28T13:31:00.04Z,182.4,7");

        assertThat(table.times(0))
                .containsExactly(EpochNanos.of(Instant.parse("2026-05-28T13:31:00.04Z")));
        assertThat(table.channel("speed")).containsExactly(182.4f);
        assertThat(table.layout().groups().getFirst().channels())
                .extracting(channel -> channel.originalName())
                .containsExactly("speed", "elapsed time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time (ms)|1500|1500000000",
                "TimestampMS|1500|1500000000",
                "timestamp|1767151198.443|1767151198443000000",
                "timestamp|1767151198443|1767151198443000000",
                "t [us]|2|2000",
                "Time|2025-09-06T18:40:01.653Z|1757184001653000000",
                "Date Time|2025-09-06 20:40:01.653+02:00|1757184001653000000",
                "Elapsed Time|1:02:03.5|3723500000000",
                "elapsed_time|02:03,25|123250000000"
            })
    void readsTimesInManyForms(String header, String time, long nanos) {
        Samples table = Written.samples(directory, "a.csv", header + ";speed [km/h]", time + ";1");

        assertThat(table.times(0)).containsExactly(nanos);
    }

    @Test
    void readsSemicolonsDecimalCommasQuotesAndLinesAboveTheHeader() {
        Samples table =
                Written.samples(
                        directory,
                        "a.csv",
                        "Exported by some program; version 2",
                        "",
                        "\"time\";\"speed (m/s)\";\"note; or not\";oil",
                        "0,0;10,5;x;",
                        "0,1;11,5;y;90");

        assertThat(table.channel("speed"))
                .containsExactly((float) (10.5 * 3.6), (float) (11.5 * 3.6));
        assertThat(table.channel("oil")).containsExactly(Double.NaN, 90);
        assertThat(table.warnings()).contains("columns that hold text passed over: note; or not");
    }

    @Test
    void keepsTheOtherTimesOfForeignFilesAsChannels() {
        Samples table =
                Written.samples(
                        directory,
                        "a.csv",
                        "timestamp,t_ms,gps_time_s,time_s,speed [km/h]",
                        "1767151198,20,7,1,100",
                        "1767151199,1020,8,2,101");

        assertThat(table.channel("t_ms")).containsExactly(20, 1020);
        assertThat(table.channel("gps_time_s")).containsExactly(7, 8);
        assertThat(table.channel("time_s")).containsExactly(1, 2);
    }

    @Test
    void saysWhichUnitsItAssumes() {
        Samples table = Written.samples(directory, "a.csv", "time,speed,rpm,gear", "0,100,6000,3");

        assertThat(table.warnings())
                .containsExactly(
                        "channels without a stated unit are taken: speed as km/h, rpm as rpm");
    }

    @Test
    void mendsRowsAndSaysSo() {
        Samples table =
                Written.samples(
                        directory,
                        "a.csv",
                        "time,speed [km/h]",
                        "0,100",
                        "0,101",
                        "1,102",
                        "0.5,103",
                        "1.5,fast",
                        "2,104");

        assertThat(table.times(0)).hasSize(4);
        assertThat(table.channel("speed")).containsExactly(100, 103, Double.NaN, 104);
        assertThat(table.warnings())
                .containsExactlyInAnyOrder(
                        "row with the time of the row before dropped: 1 time, at line 3",
                        "single time stamp ahead of its neighbours, row dropped: 1 time, at line 4",
                        "value of 'speed' that is no number taken as absent: 1 time, at line 6");
    }

    @Test
    void readsRealTablesOfOtherPrograms() {
        Samples accessport =
                Samples.of(RealRecordings.file("can/cobb_accessport_2020_wrx_sti.csv.gz"));
        Samples raceKeeper =
                Samples.of(RealRecordings.file("gps/racekeeper_mettet_20210404_10s.csv"));

        assertThat(accessport.rows(0)).isEqualTo(18_033);
        assertThat(accessport.max("speed")).isEqualTo(138);
        assertThat(accessport.max("engine_speed")).isEqualTo(5916);
        assertThat(EpochNanos.toInstant(raceKeeper.times(0)[0]))
                .isEqualTo(Instant.parse("2021-04-04T10:00:23Z"));
        assertThat(raceKeeper.channel("speed")[0]).isCloseTo(24.09 * 3.6, within(1e-4));
        assertThat(raceKeeper.channel("distance")[1]).isCloseTo(1.0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grcup/R1_weather_data.csv",
                "grcup/R1_section_endurance.csv",
                "grcup/R1_leaderboard.csv",
                "history_f1/pit_stops.csv.gz",
                "can/brz_candump_first60s.log",
                "ground_truth.csv"
            })
    void doesNotTakeOtherTablesForRecordings(String name) {
        Path file = RealRecordings.file(name);

        assertThatThrownBy(() -> Recordings.open(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("recording-unknown-format"));
    }
}
