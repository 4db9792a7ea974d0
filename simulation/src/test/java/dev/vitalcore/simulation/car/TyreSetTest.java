package dev.vitalcore.simulation.car;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TyreSetTest {
    private static final WheelLoads EVEN = new WheelLoads(2.6);

    @Test
    void workWarmsAndWears() {
        TyreSet tyres = driven(Compound.MEDIUM, 300);

        assertThat(tyres.core(0)).isBetween(75.0, 110.0);
        assertThat(tyres.surface(0)).isGreaterThan(tyres.core(0) - 15);
        assertThat(tyres.wear()).isBetween(0.05, 0.25);
        assertThat(tyres.pressure(0)).isGreaterThan(new TyreSet(Compound.MEDIUM).pressure(0));
    }

    @Test
    void softerTyresGripMoreAndLastLess() {
        assertThat(Compound.SOFT.grip(88, 0, 0)).isGreaterThan(Compound.HARD.grip(97, 0, 0));
        assertThat(driven(Compound.SOFT, 300).wear())
                .isGreaterThan(2 * driven(Compound.HARD, 300).wear());
    }

    @Test
    void theRightTyreForTheRoadGripsMore() {
        assertThat(Compound.WET.grip(55, 0, 0.6)).isGreaterThan(Compound.SOFT.grip(60, 0, 0.6));
        assertThat(Compound.MEDIUM.grip(92, 0, 0)).isGreaterThan(Compound.WET.grip(80, 0, 0));
    }

    @Test
    void wornTyresFallOff() {
        double lost = Compound.MEDIUM.grip(92, 0, 0) - Compound.MEDIUM.grip(92, 0.8, 0);
        double cliff = Compound.MEDIUM.grip(92, 0.8, 0) - Compound.MEDIUM.grip(92, 1, 0);

        assertThat(lost).isBetween(0.02, 0.06);
        assertThat(cliff).isGreaterThan(lost);
    }

    @Test
    void aPunctureCostsPressureAndGrip() {
        TyreSet tyres = driven(Compound.MEDIUM, 300);
        double before = tyres.grip(0);
        tyres.puncture(2);
        for (int second = 0; second < 20; second++) {
            tyres.leak(1);
        }

        assertThat(tyres.pressure(2)).isLessThan(0.2);
        assertThat(tyres.pressure(1)).isGreaterThan(1.2);
        assertThat(tyres.grip(0)).isLessThan(before - 0.05);
    }

    private static TyreSet driven(Compound compound, int seconds) {
        TyreSet tyres = new TyreSet(compound);
        for (int step = 0; step < seconds * 10; step++) {
            tyres.work(0.65, 47, EVEN, 20, 0.1);
        }
        return tyres;
    }
}
