package dev.vitalcore.telemetry.domain.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFunctionsTest {
    private static final double ABSENT = Double.NaN;
    private static final double[] SECONDS = {0, 1, 2, 3, 4};

    @Test
    void derivesBetweenTheRowsBesideARow() {
        assertThat(TimeFunctions.derivative(SECONDS, new double[] {0, 1, 4, 9, 16}))
                .containsExactly(1, 2, 4, 6, 7);
        assertThat(TimeFunctions.derivative(SECONDS, new double[] {0, 1, ABSENT, 9, ABSENT}))
                .containsExactly(1, 1, ABSENT, ABSENT, ABSENT);
        assertThat(TimeFunctions.derivative(new double[] {0, 1, 7, 8}, new double[] {0, 1, 9, 8}))
                .containsExactly(1, 1, -1, -1);
    }

    @Test
    void integratesByTheTrapeziumRuleFromTheRange() {
        assertThat(TimeFunctions.integral(SECONDS, new double[] {0, 2, 4, 4, 0}, 0))
                .containsExactly(0, 1, 4, 8, 10);
        assertThat(TimeFunctions.integral(SECONDS, new double[] {0, 2, 4, 4, 0}, 2))
                .containsExactly(-4, -3, 0, 4, 6);
        assertThat(TimeFunctions.integral(SECONDS, new double[] {1, 1, ABSENT, 1, 1}, 2))
                .containsExactly(-3, -2, ABSENT, 0, 1);
        assertThat(TimeFunctions.integral(new double[] {0, 1, 7, 8}, new double[] {1, 1, 1, 1}, 0))
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void smoothsByTheMeanAroundARow() {
        assertThat(TimeFunctions.smooth(SECONDS, new double[] {0, 3, 6, 0, 3}, 2))
                .containsExactly(1.5, 3, 3, 3, 1.5);
        assertThat(TimeFunctions.smooth(SECONDS, new double[] {0, 3, ABSENT, 0, 3}, 2))
                .containsExactly(1.5, 1.5, ABSENT, 1.5, 1.5);
        assertThat(TimeFunctions.smooth(SECONDS, new double[] {0, 3, 6, 0, 3}, 0))
                .containsExactly(0, 3, 6, 0, 3);
    }

    @Test
    void smoothsEachSideOfAHoleAlone() {
        double[] seconds = {0, 1, 7, 8, 9, 15.5};
        double[] x = {0, 2, 10, 30, ABSENT, 50};

        assertThat(TimeFunctions.smooth(seconds, x, 40)).containsExactly(1, 1, 20, 20, ABSENT, 50);
    }

    @Test
    void forgetsAHugeValueThatTheWindowHasLeft() {
        double[] seconds = new double[1000];
        double[] x = new double[1000];
        Arrays.setAll(seconds, row -> row);
        Arrays.setAll(x, row -> row % 100 == 50 ? 1e300 : 1);

        double[] mean = TimeFunctions.smooth(seconds, x, 10);

        for (int row = 0; row < x.length; row++) {
            boolean near = Math.abs(row % 100 - 50) <= 5;
            assertThat(mean[row]).isEqualTo(near ? 1e300 / 11 : 1, offset(near ? 1e290 : 0));
        }
    }

    @Test
    void smoothsAsTheDefinitionSays() {
        SplittableRandom random = new SplittableRandom(11);
        double[] seconds = new double[400];
        double[] x = new double[400];
        for (int row = 1; row < x.length; row++) {
            seconds[row] = seconds[row - 1] + random.nextDouble(0.01, 1);
            x[row] = random.nextInt(5) == 0 ? ABSENT : random.nextDouble(-1, 1);
        }

        double[] mean = TimeFunctions.smooth(seconds, x, 3);

        for (int row = 0; row < x.length; row++) {
            double at = seconds[row];
            double expected =
                    IntStream.range(0, x.length)
                            .filter(other -> Math.abs(seconds[other] - at) <= 1.5)
                            .mapToDouble(other -> x[other])
                            .filter(Double::isFinite)
                            .average()
                            .orElse(ABSENT);
            assertThat(mean[row])
                    .isEqualTo(Double.isNaN(x[row]) ? ABSENT : expected, offset(1e-12));
        }
    }

    /** A step of 1 through an RC filter is 1 − e^(−2πft) afterwards, however it is sampled. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1})
    void filtersAStepAsACircuitDoes(double period) {
        int rows = (int) (10 / period) + 1;
        double[] seconds = new double[rows];
        double[] step = new double[rows];
        for (int row = 0; row < rows; row++) {
            seconds[row] = row * period;
            step[row] = row == 0 ? 0 : 1;
        }

        double[] low = TimeFunctions.lowpass(seconds, step, 0.2);

        for (int row = 0; row < rows; row++) {
            assertThat(low[row])
                    .isEqualTo(1 - Math.exp(-2 * Math.PI * 0.2 * seconds[row]), offset(1e-12));
        }
    }

    @Test
    void beginsToFilterAnewAfterAHole() {
        double[] low =
                TimeFunctions.lowpass(new double[] {0, 1, 7, 8}, new double[] {1, 1, 5, 5}, 0.1);

        assertThat(low).containsExactly(new double[] {1, 1, 5, 5}, offset(1e-12));
    }

    @Test
    void delaysAndLooksAhead() {
        double[] x = {0, 10, 20, ABSENT, 40};

        assertThat(TimeFunctions.delay(SECONDS, x, 1.5))
                .containsExactly(ABSENT, ABSENT, 5, 15, ABSENT);
        assertThat(TimeFunctions.delay(SECONDS, x, -1)).containsExactly(10, 20, ABSENT, 40, ABSENT);
        assertThat(TimeFunctions.delay(SECONDS, x, 0)).containsExactly(x);
        assertThat(TimeFunctions.previous(SECONDS, x)).containsExactly(ABSENT, 0, 10, 20, ABSENT);
    }

    /** For a function that is straight between its rows both rules are exact. */
    @Test
    void derivativeOfAnIntegralIsTheMeanOfTheRowsBeside() {
        SplittableRandom random = new SplittableRandom(7);
        double[] seconds = new double[500];
        double[] x = new double[500];
        for (int row = 0; row < x.length; row++) {
            seconds[row] = row * 0.01;
            x[row] = random.nextDouble(-50, 50);
        }

        double[] again = TimeFunctions.derivative(seconds, TimeFunctions.integral(seconds, x, 100));

        for (int row = 1; row < x.length - 1; row++) {
            assertThat(again[row])
                    .isEqualTo((x[row - 1] + 2 * x[row] + x[row + 1]) / 4, offset(1e-6));
        }
    }

    @Test
    void integralOfADerivativeIsTheWayBack() {
        Sheet sheet = new Sheet();
        double[] sine = new double[1000];
        Arrays.setAll(sine, row -> Math.sin(row * 0.01));
        sheet.every(10_000_000, "x", Unit.METRE, sine);

        double[] again = sheet.values("integral(derivative(x)) - x");

        assertThat(Arrays.stream(again).map(Math::abs).max().orElseThrow()).isLessThan(1e-4);
    }

    @Test
    void bringsChannelsOntoTheTimesOfTheFastest() {
        Sheet sheet =
                new Sheet()
                        .with("slow", Unit.SECOND, 0, 10, 20)
                        .with("gear", Unit.NONE, 1, 2, 3)
                        .with("mode", Unit.NONE, 1, 4, 2)
                        .with("ratio", Unit.NONE, 1, 1.5, 2)
                        .with("lap_distance", Unit.METRE, 80, 100, 10)
                        .with("heading", Unit.DEGREE, 350, 10, 30)
                        .every(500_000_000, "fast", Unit.NONE, 0, 0, 0, 0, 0, 0);

        assertThat(sheet.seconds("slow + fast * 1 s")).containsExactly(0, 0.5, 1, 1.5, 2);
        assertThat(sheet.values("slow + fast * 1 s")).containsExactly(0, 5, 10, 15, 20);
        assertThat(sheet.values("gear + fast")).containsExactly(1, 1, 2, 2, 3);
        assertThat(sheet.values("(mode == 2) + fast")).containsExactly(0, 0, 0, 0, 1);
        assertThat(sheet.values("ratio + fast")).containsExactly(1, 1.25, 1.5, 1.75, 2);
        assertThat(sheet.values("lap_distance * 1 + fast * 1 m"))
                .containsExactly(80, 90, 100, 100, 10);
        assertThat(sheet.values("heading + fast * 1 deg"))
                .containsExactly(new double[] {350, 0, 10, 20, 30}, offset(1e-9));
    }

    @Test
    void bridgesNoHoleOfAnotherChannel() {
        long second = 1_000_000_000L;
        Sheet sheet =
                new Sheet()
                        .with("fast", Unit.NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        .at(
                                2 * second,
                                new long[] {0, 5 * second, 11 * second},
                                "slow",
                                Unit.METRE,
                                0,
                                50,
                                110);

        assertThat(sheet.seconds("fast * 1 m + slow")).containsExactly(0, 1, 2, 3, 4, 5, 11);
        assertThat(sheet.values("fast * 1 m + slow")).containsExactly(0, 10, 20, 30, 40, 50, 110);
    }

    @Test
    void hasTheTimesOfAllThatComeIrregularly() {
        long half = 500_000_000L;
        Sheet sheet =
                new Sheet()
                        .with("second", Unit.METRE, 0, 10, 20)
                        .at(0, new long[] {0, half, 3 * half}, "one", Unit.METRE, 0, 1, 3)
                        .at(0, new long[] {half, 4 * half}, "other", Unit.METRE, 0, 0);

        assertThat(sheet.seconds("second + one")).containsExactly(0, 0.5, 1, 1.5);
        assertThat(sheet.values("second + one")).containsExactly(0, 6, 12, 18);
        assertThat(sheet.seconds("one + other")).containsExactly(0.5, 1.5);
        assertThat(sheet.seconds("other + second")).containsExactly(0.5, 1, 2);
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        assertThat(new Sheet().with("x", Unit.NONE).values("derivative(x) * integral(x)"))
                .isEmpty();
    }
}
