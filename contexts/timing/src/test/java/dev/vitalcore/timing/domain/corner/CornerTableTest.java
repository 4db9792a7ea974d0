package dev.vitalcore.timing.domain.corner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CornerTableTest {
    private final DrivenLap reference =
            new DrivenLap().corner(500, 80, 400, 520).corner(1_500, 100, 1_420, 1_510);
    private final DrivenLap other =
            new DrivenLap().corner(500, 70, 380, 540).corner(1_500, 100, 1_430, 1_510);

    @Test
    void tellsHowALapWentThroughACorner() {
        CornerPassage first = table(reference.withBrake(), other.withBrake()).getFirst();

        assertThat(first.corner()).isEqualTo(1);
        assertThat(first.brakeMetres()).isCloseTo(380, within(2.0));
        assertThat(first.brakeLaterMetres()).isCloseTo(-20, within(2.0));
        assertThat(first.entrySpeedKmh()).isCloseTo(180, within(1.0));
        assertThat(first.apexSpeedKmh()).isCloseTo(70, within(0.1));
        assertThat(first.apexMetres()).isEqualTo(500);
        assertThat(first.exitSpeedKmh()).isCloseTo(70 + 110 * 60 / 300.0, within(0.5));
        assertThat(first.throttleMetres()).isCloseTo(540, within(2.0));
        // From 97 to 70 km/h over 40 m, and on to 92 km/h over 60 m.
        assertThat(first.cornerSeconds()).isCloseTo(1.7 + 2.7, within(0.15));
    }

    @Test
    void whatIsLostInTheSectionsIsWhatTheLapLoses() {
        List<CornerPassage> table = table(reference.withBrake(), other.withBrake());

        double total = other.lapSeconds() - reference.lapSeconds();
        assertThat(total).isGreaterThan(0.5);
        assertThat(table.stream().mapToDouble(CornerPassage::lostSeconds).sum())
                .isCloseTo(total, within(1e-9));
        assertThat(table.getLast().lostSoFarSeconds()).isCloseTo(total, within(1e-9));
        assertThat(table.getLast().lostSeconds()).isNegative();
    }

    @Test
    void thePressureTellsWhereThereIsNoPedal() {
        LaidLap lap = other.withPressure();

        assertThat(lap.brakeSign()).isEqualTo(LaidLap.BrakeSign.BRAKE_PRESSURE);
        assertThat(table(reference.withPressure(), lap).getFirst().brakeMetres())
                .isCloseTo(380, within(2.0));
    }

    @Test
    void elseTheSpeedTells() {
        LaidLap lap = other.withSpeedOnly();
        CornerPassage first = table(reference.withSpeedOnly(), lap).getFirst();

        assertThat(lap.brakeSign()).isEqualTo(LaidLap.BrakeSign.DECELERATION);
        // The slope is taken over half a second, 25 m: it begins to show a little before.
        assertThat(first.brakeMetres()).isBetween(365.0, 382.0);
        assertThat(first.brakeLaterMetres()).isCloseTo(-20, within(3.0));
        assertThat(first.throttleMetres()).isNaN();
    }

    @Test
    void aRareSpeedDoesNotTellWhereTheCarBrakes() {
        LaidLap lap = other.withRareSpeed();
        CornerPassage first = table(reference.withRareSpeed(), lap).getFirst();

        assertThat(lap.brakeSign()).isEqualTo(LaidLap.BrakeSign.NOTHING);
        assertThat(first.brakeMetres()).isNaN();
        // Then the entry is where the corner begins.
        assertThat(first.entrySpeedKmh()).isCloseTo(180 - 110 * 80 / 120.0, within(1.0));
    }

    @Test
    void aCornerThatIsDrivenFlatHasNeitherPoint() {
        LaidLap flat = new DrivenLap().corner(1_500, 100, 1_420, 1_510).withBrake();

        CornerPassage first = table(flat, flat).getFirst();

        assertThat(first.brakeMetres()).isNaN();
        assertThat(first.throttleMetres()).isNaN();
        assertThat(first.entrySpeedKmh()).isEqualTo(180);
    }

    @Test
    void ofTwoBrakingsTheOneThatSlowsTheCarCounts() {
        DrivenLap lap = new DrivenLap().corner(300, 175, 296, 302).corner(500, 80, 400, 520);

        assertThat(table(lap.withBrake(), lap.withBrake()).getFirst().brakeMetres())
                .isCloseTo(400, within(2.0));
    }

    @Test
    void aLapWithoutSpeedInACornerHasNoApexThere() {
        LaidLap unheard =
                new DrivenLap()
                        .corner(500, 80, 400, 520)
                        .corner(1_500, 100, 1_420, 1_510)
                        .unheard(380, 620)
                        .withBrake();

        List<CornerPassage> table = table(reference.withBrake(), unheard);

        CornerPassage first = table.getFirst();
        assertThat(first.apexMetres()).isNaN();
        assertThat(first.apexSpeedKmh()).isNaN();
        assertThat(first.brakeMetres()).isNaN();
        assertThat(first.throttleMetres()).isNaN();
        assertThat(table.getLast().apexMetres()).isEqualTo(1_500);
        assertThat(table.getLast().brakeMetres()).isCloseTo(1_420, within(2.0));
        assertThat(
                        TimeLosses.of(
                                        DrivenLap.CORNERS,
                                        reference.withBrake(),
                                        new DrivenLap()
                                                .corner(500, 60, 380, 540)
                                                .unheard(380, 620)
                                                .withBrake())
                                .losses()
                                .getFirst()
                                .reasons())
                .isEmpty();
    }

    @Test
    void aLapThatBrakesOnLittleOfItsLengthStillBrakesByItsPedal() {
        // 36 of 2,000 m, less than a fiftieth.
        LaidLap lap = new DrivenLap().corner(500, 120, 464, 505).withBrake();

        assertThat(lap.brakeSign()).isEqualTo(LaidLap.BrakeSign.BRAKE);
        assertThat(table(lap, lap).getFirst().brakeMetres()).isCloseTo(464, within(2.0));
    }

    @Test
    void brakePointsOfTwoSignalsAreNotCompared() {
        CornerPassage first = table(reference.withBrake(), other.withSpeedOnly()).getFirst();

        assertThat(first.brakeMetres()).isBetween(365.0, 382.0);
        assertThat(first.brakeLaterMetres()).isNaN();
        assertThat(
                        TimeLosses.of(
                                        DrivenLap.CORNERS,
                                        reference.withBrake(),
                                        other.withSpeedOnly())
                                .losses()
                                .getFirst()
                                .reasons())
                .extracting(Reason::kind)
                .contains(Reason.Kind.SLOWER_APEX)
                .doesNotContain(Reason.Kind.BRAKES_EARLIER);
    }

    @Test
    void aBrakingThatIsUnderWayAtTheLineHasNoBeginning() {
        LaidLap lap = new DrivenLap().corner(500, 80, -10, 520).withBrake();

        assertThat(table(lap, lap).getFirst().brakeMetres()).isNaN();
    }

    private static List<CornerPassage> table(LaidLap reference, LaidLap lap) {
        return CornerTable.of(DrivenLap.CORNERS, reference, lap);
    }
}
