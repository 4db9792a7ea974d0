package dev.vitalcore.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.MarshalSectors;
import org.junit.jupiter.api.Test;

class LocalYellowTest {
    private static final RaceSettings TWO = new RaceSettings("talheim", 2, 3, 5);
    private static final int COVERED = 9;

    private final Circuit circuit = Circuit.named("talheim");
    private final MarshalSectors sectors = circuit.marshalSectors();
    private final LocalYellow yellow = new LocalYellow(circuit, LocalYellowTest::flag);

    private static SectorFlag flag(int sector) {
        return switch (sector) {
            case COVERED - 1 -> SectorFlag.YELLOW;
            case COVERED -> SectorFlag.DOUBLE_YELLOW;
            default -> SectorFlag.CLEAR;
        };
    }

    @Test
    void driversLiftBeforeASectorAndMoreUnderTwoFlags() {
        double begins = sectors.ends(COVERED - 2);
        double lift = 0.84;

        assertThat(yellow.share(begins - 160, lift)).isEqualTo(1);
        assertThat(yellow.share(begins - 75, lift)).isCloseTo(0.92, within(1e-9));
        assertThat(yellow.share(begins + 1, lift)).isEqualTo(lift);
        assertThat(yellow.share(sectors.ends(COVERED) - 1, lift)).isCloseTo(0.63, within(1e-9));
        assertThat(yellow.share(sectors.ends(COVERED) + 1, lift)).isEqualTo(1);
    }

    @Test
    void carsHoldTheirPositionsUntilTheEndOfTheSector() {
        assertThat(yellow.holds(sectors.ends(COVERED - 2) - 160)).isFalse();
        assertThat(yellow.holds(sectors.ends(COVERED - 2) - 140)).isTrue();
        assertThat(yellow.holds(sectors.ends(COVERED) - 1)).isTrue();
        assertThat(yellow.holds(sectors.ends(COVERED) + 1)).isFalse();
    }

    @Test
    void aCarAloneOnTheRoadIsSlowerPastOneThatStands() {
        Race free = new Race(TWO);
        Race covered = new Race(TWO);
        RaceCar broken = covered.cars().getFirst();
        drive(covered, broken, circuit.length() + sectors.ends(COVERED) - 90);
        broken.breakDown();
        covered.posts().stranded(broken);

        assertThat(seconds(free, COVERED - 1) / seconds(covered, COVERED - 1))
                .isBetween(0.75, 0.94);
        assertThat(seconds(free, COVERED) / seconds(covered, COVERED)).isBetween(0.50, 0.75);
    }

    /** That the second car needs for a sector in its third lap. */
    private double seconds(Race race, int sector) {
        RaceCar car = race.cars().getLast();
        double lap = 2 * circuit.length();
        double from = drive(race, car, lap + sectors.ends(sector - 1));
        return drive(race, car, lap + sectors.ends(sector)) - from;
    }

    private static double drive(Race race, RaceCar car, double metres) {
        while (car.metres() < metres) {
            race.step();
        }
        return race.seconds();
    }
}
