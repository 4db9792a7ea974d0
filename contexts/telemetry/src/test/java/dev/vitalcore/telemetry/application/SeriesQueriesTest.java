package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesQueriesTest {
    private final SeriesQueries queries = new SeriesQueries(new NoSeries());

    @Test
    void refusesQuestionsOutOfRangeNamingTheRange() {
        assertThat(refusal(List.of(), 0, 10, 100)).isEqualTo("channels-out-of-range");
        assertThat(refusal(Collections.nCopies(65, "speed"), 0, 10, 100))
                .isEqualTo("channels-out-of-range");
        assertThat(refusal(List.of("speed"), 0, 10, 3)).isEqualTo("points-out-of-range");
        assertThat(refusal(List.of("speed"), 0, 10, 100_001)).isEqualTo("points-out-of-range");
        assertThat(refusal(List.of("speed"), 10, 10, 100)).isEqualTo("range-empty");
    }

    @Test
    void namesTheValueAndTheRemedy() {
        assertThatThrownBy(() -> queries.byTime(ENTRY, List.of("speed"), 0, 10, 3))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.text()).isEqualTo("points is 3");
                            assertThat(fault.remedy()).isEqualTo("use 4 to 100000");
                        });
    }

    private String refusal(List<String> channels, long from, long to, int points) {
        try {
            queries.byTime(ENTRY, channels, from, to, points);
        } catch (Fault fault) {
            return fault.code();
        }
        throw new AssertionError("was answered");
    }
}
