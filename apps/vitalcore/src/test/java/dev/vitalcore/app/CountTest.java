package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({"0, 0 recordings", "1, 1 recording", "2, 2 recordings", "2000, '2,000 recordings'"})
    void saysOneOfAThingOrMany(long number, String words) {
        assertThat(Count.of(number, "recording")).isEqualTo(words);
    }
}
