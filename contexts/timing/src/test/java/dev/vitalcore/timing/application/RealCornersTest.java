package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.timing.domain.corner.Corner;
import dev.vitalcore.timing.domain.corner.CornerPassage;
import dev.vitalcore.timing.domain.corner.CornerSearch.Basis;
import dev.vitalcore.timing.domain.corner.LaidLap.BrakeSign;
import dev.vitalcore.timing.domain.corner.TimeLosses;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners of real recordings. */
class RealCornersTest {
    /**
     * A race car with a satellite receiver, and a game whose makers measured the circuit: two
     * sources that know nothing of each other.
     */
    @Test
    void twoSourcesAgreeOnRoadAmerica() throws IOException {
        Corners.OnLap driven = fastest("vbo/25IR05_RdAm_FP1_Run04_KO.vbo");
        Corners.OnLap played = fastest("sim/sessions_csv/session_1683388042.csv.gz");

        assertThat(driven.basis()).isEqualTo(Basis.POSITIONS);
        assertThat(driven.corners()).hasSize(12);
        assertThat(played.corners())
                .extracting(Corner::direction)
                .isEqualTo(driven.corners().stream().map(Corner::direction).toList());
        for (int index = 0; index < 12; index++) {
            assertThat(played.corners().get(index).apexMetres())
                    .isCloseTo(driven.corners().get(index).apexMetres(), within(30.0));
        }
    }

    /** Portland by satellite and Lime Rock in a game, each lap found by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gps/traqmate_portland_20190818_corrado_race.csv.gz",
                "sim/sessions_csv/session_1673613558.csv.gz"
            })
    void lapsOfOneCarAgreeOnTheCorners(String file) throws IOException {
        RealLaps laps = RealLaps.of(file);
        List<Corner> first = laps.corners().of(laps.flying().get(0)).corners();
        List<Corner> second = laps.corners().of(laps.flying().get(1)).corners();

        assertThat(first).hasSizeGreaterThan(5);
        assertThat(second)
                .extracting(Corner::direction)
                .isEqualTo(first.stream().map(Corner::direction).toList());
        for (int index = 0; index < first.size(); index++) {
            assertThat(second.get(index).apexMetres())
                    .isCloseTo(first.get(index).apexMetres(), within(15.0));
        }
    }

    /** Calder Park has no positions: the sensor of lateral acceleration tells. */
    @Test
    void lapsOfCalderAgreeWithoutPositions() throws IOException {
        RealLaps laps = RealLaps.of("motec/calder_11A_20051123.ld");
        Function<LapReference, Corners.OnLap> corners = laps.corners()::of;

        List<Corners.OnLap> found = laps.flying().stream().limit(3).map(corners).toList();

        assertThat(found).allMatch(lap -> lap.basis() == Basis.LATERAL_ACCELERATION);
        assertThat(found).allMatch(lap -> lap.corners().size() == 6);
        for (Corners.OnLap lap : found) {
            for (int index = 0; index < 6; index++) {
                assertThat(lap.corners().get(index).apexMetres())
                        .isCloseTo(
                                found.getFirst().corners().get(index).apexMetres(), within(15.0));
            }
        }
    }

    /**
     * The sections of a lap tile it, so what they lose is what the logger's lap times differ by.
     */
    @Test
    void lossesOfCalderAreThoseOfTheLapTimes() throws IOException {
        RealLaps laps = RealLaps.of("motec/calder_11A_20051123.ld");
        LapReference best = laps.flying().get(0);
        LapReference slow = laps.flying().get(2);

        Corners.Comparison table = laps.corners().compare(best, List.of(best, slow));
        TimeLosses losses = laps.corners().losses(best, slow);

        assertThat(table.laps()).allMatch(lap -> lap.brakeSign() == BrakeSign.BRAKE_PRESSURE);
        assertThat(
                        table.laps().getLast().passages().stream()
                                .mapToDouble(CornerPassage::lostSeconds)
                                .sum())
                .isCloseTo(65.15 - 63.68, within(0.005));
        assertThat(losses.totalSeconds()).isCloseTo(65.15 - 63.68, within(0.005));
        assertThat(losses.losses()).hasSize(3).allMatch(loss -> !loss.reasons().isEmpty());
    }

    private static Corners.OnLap fastest(String file) throws IOException {
        RealLaps laps = RealLaps.of(file);
        return laps.corners().of(laps.flying().getFirst());
    }
}
