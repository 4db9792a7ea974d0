package dev.vitalcore.telemetry.domain.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each function of one row against what a calculator says. */
class FunctionsTest {
    private static final double ABSENT = Double.NaN;

    private final Sheet sheet =
            new Sheet()
                    .with("x", Unit.NONE, -2.5, 0, 0.25, 4)
                    .with("y", Unit.NONE, 1, 2, 3, ABSENT)
                    .with("share", Unit.RATIO, -1, 0, 0.5, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x)                   | 2.5 0 0.25 4",
                "min(x, 1)                | -2.5 0 0.25 1",
                "max(x, 1, 0.5)           | 1 1 1 4",
                "sqrt(abs(x))             | 1.5811388 0 0.5 2",
                "sin(x)                   | -0.5984721 0 0.2474040 -0.7568025",
                "cos(x)                   | -0.8011436 1 0.9689124 -0.6536436",
                "tan(x)                   | 0.7470223 0 0.2553419 1.1578213",
                "asin(share)              | -1.5707963 0 0.5235988 1.5707963",
                "acos(share)              | 3.1415927 1.5707963 1.0471976 0",
                "atan2(x, 1)              | -1.1902899 0 0.2449787 1.3258177",
                "exp(x)                   | 0.0820850 1 1.2840254 54.5981500",
                "log(exp(x))              | -2.5 0 0.25 4",
                "floor(x)                 | -3 0 0 4",
                "round(x)                 | -2 0 0 4",
                "sign(x)                  | -1 0 1 1",
                "clamp(x, -1, 1)          | -1 0 0.25 1",
                "if(x > 0, 10, 20)        | 20 20 10 10",
                "x ^ 2                    | 6.25 0 0.0625 16",
                "-x                       | 2.5 0 -0.25 -4",
                "not x                    | 0 1 0 0",
                "x > 0 and share > 0      | 0 0 1 1",
                "x < 0 or share > 0       | 1 0 1 1"
            })
    void calculates(String expression, String expected) {
        double[] values =
                Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();

        assertThat(sheet.values(expression)).hasSize(values.length);
        assertThat(sheet.values(expression)).containsExactly(values, offset(1e-6));
    }

    /** Rows by their seconds, because absent ones are left out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 / x             | 0 2 3",
                "sqrt(x)           | 1 2 3",
                "log(x)            | 2 3",
                "x + y             | 0 1 2",
                "max(x, y)         | 0 1 2",
                "y > 1             | 0 1 2",
                "not y             | 0 1 2",
                "if(y > 1, x, 0)   | 0 1 2",
                "if(x > 1, 0, y)   | 0 1 2 3",
                "exp(x * 1000)     | 0 1 2",
                "asin(x)           | 1 2"
            })
    void leavesOutWhatIsNoNumber(String expression, String seconds) {
        assertThat(
                        Arrays.stream(sheet.seconds(expression))
                                .mapToObj(second -> "" + (int) second)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(seconds);
    }

    @Test
    void chartsAFormulaOverItsRangeOnly() {
        CheckedFormula.Values part = sheet.evaluate("x * 2", 1_000_000_000L, 3_000_000_000L);

        assertThat(part.times()).containsExactly(1_000_000_000L, 2_000_000_000L);
        assertThat(part.values()).containsExactly(0, 0.5);
    }
}
