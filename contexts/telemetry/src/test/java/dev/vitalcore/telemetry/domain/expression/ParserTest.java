package dev.vitalcore.telemetry.domain.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.kernel.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private final Sheet sheet =
            new Sheet().with("x", Unit.NONE, 6).with("brake-press", Unit.BAR, 40);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + 2 * 3                    | 12",
                "x - 2 - 3                    | 1",
                "x / 2 / 3                    | 1",
                "(x + 2) * 3                  | 24",
                "-x ^ 2                       | -36",
                "2 ^ 3 ^ 2 + x * 0            | 512",
                "2 ^ -1 + x * 0               | 0.5",
                "--x                          | 6",
                "+x                           | 6",
                "1.5e1 + .5 + x               | 21.5",
                "x > 5 and x < 5 or x == 6    | 1",
                "not x > 5                    | 0",
                "not not x                    | 1",
                "x != 6                       | 0",
                "x <= 6                       | 1",
                "x >= 7                       | 0",
                "x > 5 ? 1 : x > 4 ? 2 : 3    | 1",
                "x > 7 ? 1 : x > 4 ? 2 : 3    | 2",
                "if(x > 7, 1, 3)              | 3",
                "x or 0                       | 1"
            })
    void readsWhatBindsMost(String expression, double value) {
        assertThat(sheet.values(expression)).containsExactly(value);
    }

    @Test
    void readsQuotedNamesAndUnitsBehindNumbers() {
        assertThat(sheet.values("\"brake-press\" - 500 kPa")).containsExactly(35);
        assertThat(sheet.values("\"brake-press\">39bar")).containsExactly(1);
        assertThat(sheet.unitOf("x * 200 mm/s")).isEqualTo("mm/s");
        assertThat(sheet.values("x * 200 mm/s")).containsExactly(1200);
        assertThat(sheet.unitOf("x * 2 m^2")).isEqualTo("m²");
        assertThat(sheet.values("x * 2 m^2")).containsExactly(12);
        assertThat(sheet.unitOf("2 bar/x")).isEqualTo("bar");
    }

    @Test
    void namesTheChannelsInTheOrderOfTheText() {
        assertThat(Formula.parse("speed + min(gear, \"a b\") - speed").channels())
                .containsExactly("speed", "gear", "a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "`       ` ; 1 ; is empty",
                "x +       ; 4 ; the end is found where a number, a channel or a function",
                "x + * 3   ; 5 ; '*' is found where a number",
                "(x + 1    ; 7 ; the end is found where ')'",
                "x + 1)    ; 6 ; ')' is found where an operator or the end",
                "x 3       ; 3 ; '3' is found where an operator or the end",
                "x = 3     ; 3 ; '=' means nothing here",
                "x & 3     ; 3 ; '&' means nothing here",
                "x | 3 ; 3 ; '|' means nothing here",
                "x # 3     ; 3 ; '#' means nothing here",
                "3 % x     ; 5 ; 'x' is found where an operator or the end",
                "x % 3     ; 3 ; '%' means nothing here",
                "3x        ; 2 ; 'x' stands right behind the number 3",
                "1e999 + x ; 1 ; the number 1e999 is too large",
                "\"x       ; 1 ; the quote is not closed",
                "x + \"\"  ; 5 ; no name between the quotes",
                "median(x) ; 1 ; there is no function 'median'",
                "x + abs() ; 9 ; ')' is found where a number",
                "abs(x, 1) ; 1 ; 'abs' is given 2 arguments",
                "min(x)    ; 1 ; 'min' is given 1 argument",
                "if(x, 1)  ; 1 ; 'if' is given 2 arguments",
                "x ? 1     ; 6 ; the end is found where ':'",
                "x < 2 < 3 ; 7 ; a second comparison",
                "and x     ; 1 ; 'and' is found where a number"
            })
    void tellsWhereAnExpressionIsWrong(String expression, int column, String message) {
        String text = expression.replace("`", "");
        assertThatExceptionOfType(ExpressionRefused.class)
                .isThrownBy(() -> Formula.parse(text))
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.column()).isEqualTo(column))
                .satisfies(refused -> assertThat(refused.remedy()).isNotBlank());
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(tooLarge("x".repeat(1001)).column()).isEqualTo(1001);
        assertThat(tooLarge("(".repeat(65) + "x" + ")".repeat(65)).column()).isEqualTo(66);
        assertThat(tooLarge("-".repeat(65) + "x").text()).contains("64 deep");
        assertThat(tooLarge("x" + "+x".repeat(100)).text()).contains("200 parts");
    }

    @Test
    void takesWhatIsJustNotTooLarge() {
        assertThat(sheet.values("(".repeat(64) + "x" + ")".repeat(64))).containsExactly(6);
        assertThat(sheet.values("x" + "+x".repeat(99))).containsExactly(600);
    }

    @Test
    void wantsAChannel() {
        assertThatExceptionOfType(ExpressionRefused.class)
                .isThrownBy(() -> sheet.check("1 + 2"))
                .withMessageContaining("names no channel");
    }

    private static ExpressionRefused tooLarge(String expression) {
        try {
            Formula.parse(expression);
        } catch (ExpressionRefused refused) {
            assertThat(refused.code()).isEqualTo("expression-too-large");
            return refused;
        }
        throw new AssertionError("was taken");
    }
}
