package dev.vitalcore.simulation.car;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.RacingLine;
import org.junit.jupiter.api.Test;

class SpeedProfileTest {
    private static final double MASS = 1_400;
    private static final CarModel CAR = CarModel.gt();
    private static final RacingLine LINE = RacingLine.of(Circuit.named("talheim"));

    private final SpeedProfile profile = SpeedProfile.of(LINE, CAR, MASS, point -> 1);

    @Test
    void neverAsksForMoreThanTyresBrakesAndEngineGive() {
        for (int point = 0; point < LINE.count(); point++) {
            double metres = point * LINE.step();
            double speed = profile.at(metres);
            double next = profile.at(metres + LINE.step());
            double way = LINE.step() * LINE.stretchAt(point);
            double climb = CarModel.GRAVITY * LINE.circuit().slope(metres);
            double along = (next * next - speed * speed) / (2 * way) + climb;
            double across = Math.abs(LINE.curvatureAt(point)) * speed * speed;

            assertThat(across).isLessThan(CAR.lateral(speed, MASS, 1) * 1.001);
            assertThat(along).isLessThan(CAR.acceleration(speed, MASS, 1, 1, 0) + 0.05);
            assertThat(along)
                    .isGreaterThan(-CAR.deceleration(Math.max(speed, next), MASS, 1, 1) - 0.05);
        }
    }

    @Test
    void aGtCarGoesRoundAsOneDoes() {
        double mean = LINE.circuit().length() / profile.lapTime() * 3.6;
        double top = 0;
        for (double metres = 0; metres < LINE.circuit().length(); metres += 5) {
            top = Math.max(top, profile.at(metres) * 3.6);
        }

        assertThat(mean).isBetween(150.0, 190.0);
        assertThat(top).isBetween(250.0, 290.0);
    }

    @Test
    void fuelAndRainCostTime() {
        double full = SpeedProfile.of(LINE, CAR, MASS + 80, point -> 1).lapTime();
        double damp = SpeedProfile.of(LINE, CAR, MASS, point -> 0.85).lapTime();

        // Some three hundredths a kilogram on such a lap.
        assertThat(full - profile.lapTime()).isBetween(1.0, 3.5);
        assertThat(damp - profile.lapTime()).isGreaterThan(3);
    }

    @Test
    void topSpeedIsWherePowerMeetsDrag() {
        double speed = Math.cbrt(2 * CAR.power() / (CarModel.AIR_DENSITY * CAR.dragArea()));

        assertThat(CAR.acceleration(speed, MASS, 1, 1, 0)).isCloseTo(0, within(1e-9));
    }
}
