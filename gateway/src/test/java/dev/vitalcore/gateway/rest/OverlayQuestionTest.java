package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayQuestionTest {
    @Test
    void namesLapsOfDifferentSessions() {
        OverlayQuestion question =
                OverlayQuestion.of(
                        Map.of(
                                "reference", "monza-fp1/7/3",
                                "other", "monza-race/8/12",
                                "channels", "speed"));

        assertThat(question)
                .isEqualTo(
                        new OverlayQuestion(
                                new NamedLap("monza-fp1", "7", 3),
                                new NamedLap("monza-race", "8", 12),
                                List.of("speed"),
                                1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "monza/7", "monza/7/3/1", "monza/7/three"})
    void refusesWhatIsNoLap(String reference) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() ->
                        OverlayQuestion.of(
                                Map.of(
                                        "reference", reference,
                                        "other", "monza/8/12",
                                        "channels", "speed")))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.USER));
    }
}
