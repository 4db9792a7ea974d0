package dev.vitalcore.edge.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.edge.input.Json.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsEveryKindOfValue() throws Malformed {
        Object value =
                Json.parse(
                        " {\"a\": [1, -2.5e3, true, false, null], \"b\": {\"c\": \"x\\n\\u00e9\\\"\"}} ");

        assertThat(value)
                .isEqualTo(
                        Map.of(
                                "a", Arrays.asList(1.0, -2500.0, true, false, null),
                                "b", Map.of("c", "x\né\"")));
        assertThat(Json.parse("[]")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "1.",
                "+1",
                "nul",
                "\"\\x\"",
                "\"a",
                "1 2",
                "{\"a\":1,\"a\":2}",
                "\"\\u12\"",
                "\"\t\""
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void saysWhereItStumbled() {
        assertThatThrownBy(() -> Json.parse("{\n \"a\": x }"))
                .hasMessage("line 2: expected a value, found 'x'");
    }
}
