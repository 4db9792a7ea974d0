package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laps of real recordings against what is known of them from elsewhere (the loggers' own timers,
 * the games, a stop watch on the trace). Every known time must be met in order within its
 * tolerance.
 */
class AccuracyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vbo/25IR05_RdAm_FP1_Run04_KO.vbo",
                "vbo/grattan_speedangle_20200830.vbo",
                "motec/calder_11A_20051123.ld",
                "gps/traqmate_portland_20190818_corrado_race.csv.gz",
                "racechrono/session_20251231_111959_tianma_lap13_v3.csv",
                "racechrono/session_20230212_094842_taupo_race_2_lap6_v3.csv.gz",
                "sim/sessions_csv/session_1690362827.csv.gz",
                "sim/sessions_csv/session_1683388042.csv.gz",
                "sim/sessions_csv/session_1673613558.csv.gz",
                "sim/sessions_csv/session_1681021274.csv.gz"
            })
    void meetsEveryKnownLapTime(String file) throws IOException {
        List<GroundTruth.Fact> known = GroundTruth.of(file, "lap_time_s");
        List<LapCompleted> laps = RealRecording.laps(file).laps();

        assertThat(known).isNotEmpty();
        int from = 0;
        for (GroundTruth.Fact fact : known) {
            int lap = from;
            while (lap < laps.size() && !fact.isMetBy(TestBlocks.seconds(laps.get(lap)))) {
                lap++;
            }
            assertThat(lap)
                    .as("%s: a lap of %s s after lap %d of %s", file, fact.value(), from, laps)
                    .isLessThan(laps.size());
            assertThat(LapCertainty.uncertain(laps.get(lap)))
                    .as("%s: %s is known well", file, laps.get(lap))
                    .isFalse();
            from = lap + 1;
        }
    }

    @Test
    void roadAmericaRun04CrossesTheLineWhenItIsKnownTo() throws IOException {
        RealRecording run = RealRecording.laps("vbo/25IR05_RdAm_FP1_Run04_KO.vbo");

        assertThat(run.kinds())
                .containsExactly(LapKind.OUT, LapKind.FLYING, LapKind.IN, LapKind.PIT);
        assertThat(run.start(1)).isCloseTo(135.004, within(0.02));
        assertThat(run.start(2)).isCloseTo(249.964, within(0.02));
        assertThat(run.laps().get(1).durationNanos() / 1e9).isCloseTo(114.960, within(0.02));
        assertThat(run.laps().get(2).durationNanos() / 1e9).isCloseTo(131.730, within(0.3));
    }

    @Test
    void roadAmericaRun01HasNoFlyingLapAndALineOfAnotherCircuit() throws IOException {
        RealRecording run = RealRecording.laps("vbo/25IR05_RdAm_FP1_Run01_KO.vbo");

        assertThat(run.kinds()).doesNotContain(LapKind.FLYING);
        assertThat(run.book().warnings())
                .extracting(warning -> warning.code())
                .contains("start-line-elsewhere");
    }

    @Test
    void grattanPassesBothLinesWhenTheDeviceSays() throws IOException {
        String file = "vbo/grattan_speedangle_20200830.vbo";
        RealRecording run = RealRecording.laps(file);

        meets(run.passings("start-finish"), GroundTruth.of(file, "line1_crossing_s"));
        meets(run.otherPassings(), GroundTruth.of(file, "line2_crossing_s"));
    }

    @Test
    void calderHasTheSplitsOfTheLogger() throws IOException {
        String file = "motec/calder_11A_20051123.ld";
        List<Double> sectors =
                RealRecording.laps(file).laps().stream()
                        .flatMap(lap -> lap.sectorNanos().stream())
                        .map(nanos -> nanos / 1e9)
                        .toList();
        List<GroundTruth.Fact> known = GroundTruth.of(file, "split_time_s");

        // The file also holds the splits of the first lap, which the list leaves out.
        meets(sectors.subList(sectors.size() - known.size(), sectors.size()), known);
    }

    private static void meets(List<Double> times, List<GroundTruth.Fact> known) {
        assertThat(times).hasSize(known.size());
        for (int index = 0; index < known.size(); index++) {
            assertThat(times.get(index))
                    .isCloseTo(known.get(index).value(), within(known.get(index).tolerance()));
        }
    }
}
