package dev.vitalcore.edge.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.5",
                "+2627.80326600",
                "042.224",
                "+1.208014E-01",
                "-4.000000E+01",
                ".5",
                "5.",
                "123456789012345678901234567890",
                "0.1",
                "1E+5",
                "1.5E-15",
                "-7.25E+03",
                "1.208014E-22",
                "123456789012345E+15",
                "0.00000000000000012",
                "33.53101348876953",
                "1e22",
                "9007199254740993"
            })
    void agreesWithTheJdkOnDecimals(String text) {
        assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "+", ".", "-.", "e5", "1e", "1e99999", "0x10", "1d", "1f", "NaN", "1.2.3", "1 2"
            })
    void hasNoNumberInOtherText(String text) {
        assertThat(Decimals.parse(text)).isNaN();
        assertThat(Decimals.isDecimal(text)).isFalse();
    }

    @Test
    void agreesWithTheJdkOnRandomDecimals() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            String text =
                    BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20))
                            .toPlainString();
            assertThat(Decimals.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void takesACommaForThePoint() {
        assertThat(Decimals.parse("12,25")).isEqualTo(12.25);
    }

    @ParameterizedTest
    @CsvSource({
        "1767151198.443,1767151198443000000",
        "1757184001.653000001,1757184001653000001",
        "-0.5,-500000000",
        "1e3,1000000000000"
    })
    void scalesWithoutLosingDigits(String text, long nanos) {
        assertThat(Decimals.scaled(text, BigDecimal.valueOf(1_000_000_000))).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1e300", "99999999999999999999", "1e-9999"})
    void hasNoScaledValueWhereNoneFits(String text) {
        assertThat(Decimals.scaled(text, BigDecimal.TEN)).isEqualTo(Decimals.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "+3141.68871079,12",
        "0.00,0",
        "007.50,3",
        "+1.208014E-01,7",
        "33.53101348876953,16"
    })
    void countsTheDigitsThatCarryInformation(String text, int digits) {
        assertThat(Decimals.significantDigits(text)).isEqualTo(digits);
    }
}
