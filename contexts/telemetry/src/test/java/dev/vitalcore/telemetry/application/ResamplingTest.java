package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.Series;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void liesOnTheLineBetweenTwoSamples() {
        double[] values = at(0, 5, series(Unit.METRE, new double[] {0, 1}, 10, 20));

        assertThat(values).containsExactly(10, 12.5, 15, 17.5, 20);
    }

    @Test
    void knowsNothingBeforeTheFirstAndAfterTheLastSample() {
        double[] values = at(-0.25, 7, series(Unit.METRE, new double[] {0, 1}, 10, 20));

        assertThat(values[0]).isNaN();
        assertThat(values[1]).isEqualTo(10);
        assertThat(values[5]).isEqualTo(20);
        assertThat(values[6]).isNaN();
    }

    @Test
    void bridgesNoHole() {
        double[] values = at(0, 13, series(Unit.METRE, new double[] {0, 3}, 10, 40));

        assertThat(values[0]).isEqualTo(10);
        assertThat(values[6]).isNaN();
        assertThat(values[12]).isEqualTo(40);
    }

    @Test
    void holdsAGearUntilTheNextSampleAndALittleBeyondTheLast() {
        double[] values = at(0, 6, series(Unit.NONE, new double[] {0, 1}, 3, 4));

        assertThat(values).containsExactly(3, 3, 3, 3, 4, 4);
        assertThat(at(4, 1, series(Unit.NONE, new double[] {0, 1}, 3, 4))[0]).isNaN();
    }

    @Test
    void doesNotTurnRoundWhereAHeadingGoesOverNorth() {
        double[] values = at(0, 5, series(Unit.DEGREE, new double[] {0, 1}, 359, 1));

        assertThat(values).containsExactly(359, 359, 359, 359, 1);
    }

    @Test
    void keepsStepWithTheClockAtAnyRate() {
        FrameGrid grid = new FrameGrid(7, 60, 6000);

        assertThat(grid.at(1)).isEqualTo(16_666_674L);
        assertThat(grid.at(2)).isEqualTo(33_333_340L);
        assertThat(grid.at(5940)).isEqualTo(99 * SECOND + 7);
        assertThat(grid.endNanos()).isEqualTo(grid.at(5999) + 1);
    }

    /** Quarters of a second. */
    private static double[] at(double fromS, int steps, Series series) {
        return Resampling.at(new FrameGrid((long) (fromS * SECOND), 4, steps), series);
    }

    private static Series series(Unit unit, double[] seconds, double... values) {
        long[] times = new long[seconds.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = (long) (seconds[i] * SECOND);
        }
        ChannelSpec spec = new ChannelSpec("x", "x", unit, unit.symbol(), Precision.DOUBLE);
        return new Series(spec, times, values);
    }
}
