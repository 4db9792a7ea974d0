package dev.vitalcore.simulation.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.simulation.circuit.Circuit;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static final RaceSettings ALONE = new RaceSettings("talheim", 1, 2, 5);
    private final Circuit circuit = Circuit.named("talheim");
    private final Surface surface = new Surface(circuit);

    @Test
    void oilCostsGripWhereItLiesAndNowhereElse() {
        surface.lay(Surface.Matter.OIL, circuit.length() - 10, 30, 1);

        assertThat(surface.grip(-5)).isLessThan(0.85);
        assertThat(surface.grip(15)).isLessThan(0.85);
        assertThat(surface.grip(40)).isEqualTo(1);
        assertThat(surface.grip(circuit.length() - 30)).isEqualTo(1);
    }

    @Test
    void gripFallsOverSomeMetres() {
        surface.lay(Surface.Matter.OIL, 500, 30, 1);

        for (double metres = 450; metres < 600; metres += 0.5) {
            double change = surface.grip(metres + 0.5) - surface.grip(metres);
            assertThat(Math.abs(change)).isLessThan(0.01);
        }
    }

    @Test
    void marshalsSweepItAwayAfterSomeLaps() {
        surface.lay(Surface.Matter.DEBRIS, 500, 30, 7);
        surface.sweep(9);
        assertThat(surface.grip(510)).isLessThan(1);

        surface.sweep(10);

        assertThat(surface.grip(510)).isEqualTo(1);
    }

    @Test
    void carsAreSlowerInACornerWithOilAndMarshalsShowIt() {
        double apex = circuit.corners().getFirst().apexMetres();
        Race clean = new Race(ALONE);
        Race oily = new Race(ALONE);
        oily.posts().surface().lay(Surface.Matter.OIL, apex - 25, 50, 1);

        double dry = speedAt(clean, apex);
        double slick = speedAt(oily, apex);

        assertThat(slick).isBetween(0.8 * dry, 0.97 * dry);
        int sector = circuit.marshalSectors().at(apex);
        assertThat(oily.posts().flag(sector)).isEqualTo(SectorFlag.SLIPPERY);
        assertThat(clean.posts().flag(sector)).isEqualTo(SectorFlag.CLEAR);
    }

    /** In the first lap; on the way no corner may ask for more than the road gives. */
    private static double speedAt(Race race, double metres) {
        RaceCar car = race.cars().getFirst();
        while (car.metres() < metres) {
            race.step();
            double grip =
                    car.tyres().grip(race.wetness()) * race.posts().surface().grip(car.metres());
            double mass = car.model().emptyMass() + car.fuel();
            assertThat(Math.abs(car.lateralAcceleration()))
                    .isLessThan(1.03 * car.model().lateral(car.speed(), mass, grip));
        }
        return car.speed();
    }
}
