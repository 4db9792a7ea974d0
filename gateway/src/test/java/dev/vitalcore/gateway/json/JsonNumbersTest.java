package dev.vitalcore.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonNumbersTest {
    private final JsonMapper mapper = JsonMapper.builder().addModule(new JsonModule()).build();

    @Test
    void absentNumbersAreNull() {
        assertThat(mapper.writeValueAsString(new double[] {1.5, Double.NaN, 2}))
                .isEqualTo("[1.5,null,2.0]");
        assertThat(mapper.writeValueAsString(Double.NEGATIVE_INFINITY)).isEqualTo("null");
        assertThat(byHand(Double.NaN)).isEqualTo("null");
    }

    @Test
    void singlePrecisionIsWrittenAsSuch() {
        double single = 3.4f;

        assertThat(mapper.writeValueAsString(single)).isEqualTo("3.4");
        assertThat(byHand(single)).isEqualTo("3.4");
    }

    @Test
    void doublePrecisionKeepsEveryDigit() {
        double latitude = 45.59501512345678;

        assertThat(mapper.writeValueAsString(latitude)).isEqualTo("45.59501512345678");
        assertThat(byHand(latitude)).isEqualTo("45.59501512345678");
    }

    @Test
    void wholeNumbersByHandHaveNoFraction() {
        assertThat(byHand(-7)).isEqualTo("-7");
        assertThat(Double.parseDouble(byHand(1e300))).isEqualTo(1e300);
    }

    @Test
    void textByHandIsEscaped() {
        StringBuilder out = new StringBuilder();

        JsonText.string(out, "a\"b\\\n");

        assertThat(out).hasToString("\"a\\\"b\\\\\\n\"");
    }

    private static String byHand(double value) {
        StringBuilder out = new StringBuilder();
        JsonText.number(out, value);
        return out.toString();
    }
}
