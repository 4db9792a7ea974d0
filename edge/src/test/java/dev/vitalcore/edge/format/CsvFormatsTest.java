package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.edge.GroundTruth;
import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RaceChrono, Traqmate and simulator tables. */
class CsvFormatsTest {
    private static final String TIANMA = "racechrono/session_20251231_111959_tianma_lap13_v3.csv";
    private static final String TAUPO =
            "racechrono/session_20230212_094842_taupo_race_2_lap6_v3.csv.gz";
    private static final String PORTLAND = "gps/traqmate_portland_20190818_corrado_race.csv.gz";

    @TempDir private Path directory;

    @Test
    void readsRaceChronoWithItsSources() throws IOException {
        Samples tianma = Samples.of(RealRecordings.file(TIANMA));

        assertThat(tianma.rows(0)).isEqualTo(6_488 - 170);
        assertThat(tianma.warnings())
                .contains(
                        "row with the time of the row before dropped: 170 times, first at line 34");
        assertThat(EpochNanos.toInstant(tianma.times(0)[0]))
                .isEqualTo(Instant.parse("2025-12-31T03:19:58.443Z"));
        assertThat(tianma.declaration().track()).contains("Tianma");
        assertThat(tianma.channel("speed")[0]).isCloseTo(33.61455 * 3.6, within(1e-4));
        assertThat(tianma.channel("speed_obd")[0]).isCloseTo(34.44444, within(1e-5));
        assertThat(tianma.channel("latitude")[0]).isEqualTo(31.0782013);
        assertThat(lapTimes(tianma))
                .containsExactly(GroundTruth.values(TIANMA, "lap_time_s"), within(0.005));
    }

    @Test
    void readsCompressedRaceChronoWithQuotedText() throws IOException {
        Samples taupo = Samples.of(RealRecordings.file(TAUPO));

        assertThat(taupo.rows(0)).isEqualTo(7_779 - 36);
        assertThat(taupo.declaration().title()).isEqualTo("Race 2");
        assertThat(taupo.channel("coolant_temp")[0]).isCloseTo(91.877, within(1e-4));
        assertThat(lapTimes(taupo))
                .containsExactly(GroundTruth.values(TAUPO, "lap_time_s"), within(0.03));
    }

    @Test
    void saysWhichRaceChronoFormatItNeeds() {
        Path old =
                Written.file(
                        directory,
                        "old.csv",
                        "This file is created using RaceChrono v5.0 ( http://racechrono.com/ ).",
                        "Format,2",
                        "",
                        "Timestamp (s),Lap #");

        assertThatThrownBy(() -> Recordings.open(old))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.remedy()).contains("CSV v3"))
                .hasMessageContaining("format 2");
    }

    @Test
    void readsTraqmate() throws IOException {
        Samples portland = Samples.of(RealRecordings.file(PORTLAND));

        assertThat(portland.rows(0)).isEqualTo(77_509);
        assertThat(portland.layout().groups().getFirst().periodNanos()).isEqualTo(25_000_000);
        assertThat(portland.car()).isEqualTo("CORRADO");
        assertThat(portland.declaration().driver()).contains("DJ");
        assertThat(portland.declaration().track()).contains("Portland International Raceway");
        assertThat(EpochNanos.toInstant(portland.times(0)[0]))
                .isEqualTo(Instant.parse("2019-08-18T16:53:01Z"));
        assertThat(portland.channel("speed")[0]).isCloseTo(10.45833 * 1.609344, within(1e-4));
        assertThat(lapTimes(portland))
                .containsExactly(GroundTruth.values(PORTLAND, "lap_time_s"), within(0.026));
    }

    @Test
    void refusesTraqmateWhoseTimeColumnIsDamaged() {
        Path damaged =
                Written.file(
                        directory,
                        "a.csv",
                        "Format,Traqmate Trackvision,V2",
                        "Elapsed Time?,Velocity (MPH)",
                        "0.000,10.4");

        assertThatThrownBy(() -> Recordings.open(damaged))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no header row with 'Elapsed Time'");
    }

    @Test
    void mergesTheLapsOfASimulatorExportIntoTheOrderOfTime() throws IOException {
        String okayama = "sim/sessions_csv/session_1690362827.csv.gz";

        Samples session = Samples.of(RealRecordings.file(okayama));

        assertThat(session.rows(0)).isEqualTo(29_522);
        assertThat(session.times(0)).isSorted();
        assertThat(session.car()).isEqualTo("Mazda MX-5 Cup");
        assertThat(session.declaration().track()).contains("okayama short");
        assertThat(session.warnings()).noneMatch(text -> text.contains("dropped"));
        assertThat(reported(session))
                .containsExactly(GroundTruth.values(okayama, "lap_time_s"), within(0.001));
    }

    @Test
    void readsSimulatorTablesOfEveryGame() {
        assertThat(rows("1673613558")).isEqualTo(9_981);
        assertThat(rows("1681021274")).isEqualTo(39_727);
        assertThat(rows("1683388042")).isEqualTo(17_138);
    }

    @Test
    void carriesSimulatorValuesInStandardUnits() {
        Samples session =
                Samples.of(RealRecordings.file("sim/sessions_csv/session_1683388042.csv.gz"));

        assertThat(session.channel("speed")[0]).isCloseTo(31.60549 * 3.6, within(1e-4));
        assertThat(session.channel("throttle")[0]).isCloseTo(83.2425, within(1e-4));
        assertThat(session.channel("world_x")[0]).isCloseTo(523.373169, within(1e-4));
        assertThat(session.channel("world_y")[0]).isCloseTo(67.19968, within(1e-4));
        assertThat(session.channel("previouslapwasvalid")[0]).isEqualTo(1);
    }

    private static int rows(String session) {
        return Samples.of(RealRecordings.file("sim/sessions_csv/session_" + session + ".csv.gz"))
                .rows(0);
    }

    /** Times between the steps of the lap counter: the laps seen whole. */
    private static double[] lapTimes(Samples samples) {
        double[] laps = samples.channel("lap_number");
        long[] times = samples.times(0);
        List<Double> found = new ArrayList<>();
        int began = -1;
        for (int i = 1; i < laps.length; i++) {
            if (laps[i] > laps[i - 1]) {
                if (began > 0) {
                    found.add((times[i] - times[began]) / 1e9);
                }
                began = i;
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The lap times that the game reports, one after the other. */
    private static double[] reported(Samples samples) {
        double[] values = samples.channel("lap_time_previous");
        List<Double> found = new ArrayList<>();
        for (int i = 1; i < values.length; i++) {
            if (values[i] > 0 && values[i] != values[i - 1]) {
                found.add(values[i]);
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
