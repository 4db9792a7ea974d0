package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.Course;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final double[] X = {1, 2, 10};
    private static final double[] Y = {10, 20, 30};

    @Test
    void goesStraightBetweenPoints() {
        assertThat(new Curve(X, Y, 5, Course.STRAIGHT).at(new double[] {1, 1.25, 2}))
                .containsExactly(10, 12.5, 20);
    }

    @Test
    void holdsTheValueBeforeWhereItComesInSteps() {
        assertThat(new Curve(X, Y, 5, Course.STEPS).at(new double[] {1.4, 1.6, 2}))
                .containsExactly(10, 10, 20);
    }

    @Test
    void knowsNothingOutsideAndInAHole() {
        assertThat(new Curve(X, Y, 5, Course.STRAIGHT).at(new double[] {0.9, 5, 10, 10.1}))
                .containsExactly(Double.NaN, Double.NaN, 30, Double.NaN);
    }
}
