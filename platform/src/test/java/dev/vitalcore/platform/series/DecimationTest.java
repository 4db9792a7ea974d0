package dev.vitalcore.platform.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Unit;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {
    @Test
    void keepsAllRowsOfAShortSeries() {
        double[] x = {0, 1, 2, 3};

        assertThat(Decimation.keptRows(x, new double[] {5, 4, 3, 2}, 4))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(Decimation.keptRows(new double[0], new double[0], 100)).isEmpty();
    }

    @Test
    void keepsASinglePeakAndASingleDip() {
        double[] x = IntStream.range(0, 10_000).asDoubleStream().toArray();
        double[] values = new double[10_000];
        values[4_321] = 7;
        values[8_765] = -3;

        int[] rows = Decimation.keptRows(x, values, 100);

        assertThat(rows).contains(0, 4_321, 8_765, 9_999).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void neverHidesTheExtremesOfABucketAndNeverExceedsThePoints() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(3_000);
            int points = Decimation.FEWEST_POINTS + random.nextInt(200);
            double[] x = random.doubles(size).sorted().toArray();
            double[] values = random.doubles(size).toArray();

            int[] rows = Decimation.keptRows(x, values, points);

            double[] kept = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
            assertThat(rows.length).isLessThanOrEqualTo(Math.max(points, 1));
            assertThat(rows).isSorted().doesNotHaveDuplicates().contains(0, size - 1);
            assertThat(DoubleStream.of(kept).max()).isEqualTo(DoubleStream.of(values).max());
            assertThat(DoubleStream.of(kept).min()).isEqualTo(DoubleStream.of(values).min());
        }
    }

    @Test
    void bearsRowsThatAreAllAtOnePlace() {
        int[] rows = Decimation.keptRows(new double[50], new double[50], 10);

        assertThat(rows).containsExactly(0, 49);
    }

    @Test
    void bucketsByDistanceInXNotByNumberOfRows() {
        double[] x = new double[1_001];
        double[] values = new double[1_001];
        for (int row = 0; row < 1_000; row++) {
            x[row] = row / 1_000.0;
        }
        x[1_000] = 100;
        values[500] = 1;

        assertThat(Decimation.keptRows(x, values, 10)).containsExactly(0, 500, 1_000);
    }

    @Test
    void keepsTimesToTheNanosecond() {
        long start = 1_754_000_000_000_000_001L;
        long[] times = IntStream.range(0, 1_000).mapToLong(row -> start + row * 7L).toArray();
        double[] values = IntStream.range(0, 1_000).asDoubleStream().toArray();
        ChannelSpec spec =
                new ChannelSpec(
                        "speed",
                        "Speed",
                        Unit.KILOMETRE_PER_HOUR,
                        "km/h",
                        ChannelSpec.Precision.DOUBLE);

        SeriesStore.Series thin =
                Decimation.decimate(new SeriesStore.Series(spec, times, values), 50);

        assertThat(thin.times()).hasSizeLessThanOrEqualTo(50).contains(start, start + 999 * 7L);
        for (int row = 0; row < thin.times().length; row++) {
            assertThat(thin.times()[row]).isEqualTo(start + Math.round(thin.values()[row]) * 7);
        }
    }

    @Test
    void refusesTooFewPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimation.keptRows(new double[9], new double[9], 3))
                .withMessageContaining("3");
    }
}
