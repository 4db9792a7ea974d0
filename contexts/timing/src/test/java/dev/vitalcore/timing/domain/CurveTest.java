package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.timing.domain.Curve.Between;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final double[] X = {1, 2, 10};
    private static final double[] Y = {10, 20, 30};

    @Test
    void goesStraightBetweenPoints() {
        assertThat(new Curve(X, Y, 5, Between.STRAIGHT).at(new double[] {1, 1.25, 2}))
                .containsExactly(10, 12.5, 20);
    }

    @Test
    void jumpsHalfWayWhereItCountsInSteps() {
        assertThat(new Curve(X, Y, 5, Between.STEP).at(new double[] {1.4, 1.6}))
                .containsExactly(10, 20);
    }

    @Test
    void knowsNothingOutsideAndInAHole() {
        assertThat(new Curve(X, Y, 5, Between.STRAIGHT).at(new double[] {0.9, 5, 10, 10.1}))
                .containsExactly(Double.NaN, Double.NaN, 30, Double.NaN);
    }
}
