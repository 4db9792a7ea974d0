package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
    @Test
    void spreadsTheTimeEvenlyAtConstantSpeed() {
        assertThat(Interpolation.fraction(-3, 1, 100, 100)).isCloseTo(0.75, within(1e-12));
    }

    /** From v0 with constant acceleration a over 1 s: the line at s metres is passed at t. */
    @ParameterizedTest
    @CsvSource({"50, -10, 10", "50, -10, 40", "30, 5, 7", "60, 0, 59"})
    void isExactUnderConstantAcceleration(double v0, double a, double line) {
        double whole = v0 + a / 2;
        double truth = a == 0 ? line / v0 : (-v0 + Math.sqrt(v0 * v0 + 2 * a * line)) / a;

        double share = Interpolation.fraction(-line, whole - line, v0 * 3.6, (v0 + a) * 3.6);

        assertThat(share).isCloseTo(truth, within(1e-9));
    }

    @Test
    void onlyTheRatioOfTheSpeedsCounts() {
        assertThat(Interpolation.fraction(-10, 30, 180 * 1.05, 150 * 1.05))
                .isCloseTo(Interpolation.fraction(-10, 30, 180, 150), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 100", "5, 5", "30, 200", "0, 0"})
    void fallsBackToStraightInterpolationWhereSpeedsSayNothing(double from, double to) {
        assertThat(Interpolation.fraction(-1, 3, from, to)).isEqualTo(0.25);
    }

    @Test
    void aFixOnTheLineIsTheCrossing() {
        assertThat(Interpolation.fraction(-4, 0, 100, 120)).isCloseTo(1, within(1e-12));
    }

    /** Half a metre of position is 10 ms at 50 m/s, and 50 ms at 10 m/s. */
    @ParameterizedTest
    @CsvSource({"180, 40, 10.1", "36, 100, 52.5", "180, 1000, 60", "36, 20, 20", "0, 100, 100"})
    void isAsSureAsThePositionAtTheSpeed(double kmh, long betweenMillis, double millis) {
        assertThat(Interpolation.uncertaintyNanos(betweenMillis * 1_000_000, kmh) / 1e6)
                .isCloseTo(millis, within(0.1));
    }
}
