package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.kernel.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesQuestionTest {
    @Test
    void asksForTheWholeSessionByTimeWhenNothingElseIsSaid() {
        assertThat(SeriesQuestion.of(Map.of("channels", "speed, throttle,speed")))
                .isEqualTo(
                        new SeriesQuestion(
                                List.of("speed", "throttle"),
                                OptionalInt.empty(),
                                SeriesQuestion.By.TIME,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                2000));
    }

    @Test
    void asksForALapByDistance() {
        SeriesQuestion question =
                SeriesQuestion.of(
                        Map.of("channels", "speed", "lap", "3", "by", "distance", "points", "50"));

        assertThat(question.lap()).hasValue(3);
        assertThat(question.by()).isEqualTo(SeriesQuestion.By.DISTANCE);
        assertThat(question.points()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lap=1                              | 'channels' is missing",
                "channels=                          | 'channels' is ''",
                "channels=speed,,throttle           | 'speed,,throttle'",
                "channels=speed&lap=0               | 'lap' is '0'",
                "channels=speed&lap=one             | 'lap' is 'one'",
                "channels=speed&by=colour           | 'by' is 'colour'",
                "channels=speed&by=distance         | without a lap",
                "channels=speed&from_s=NaN          | 'from_s' is 'NaN'",
                "channels=speed&to_s=1e300          | 'to_s' is '1e300'",
                "channels=speed&to_s=soon           | 'to_s' is 'soon'",
                "channels=speed&points=3            | 'points' is '3'",
                "channels=speed&points=100001       | 'points' is '100001'",
                "channels=speed&lap=1&to_s=2        | both a lap and a range",
                "channels=speed&form_s=2            | no parameter 'form_s'"
            })
    void refusesWhatCannotBeMeant(String query, String message) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> SeriesQuestion.of(parameters(query)))
                .withMessageContaining(message)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.USER))
                .satisfies(fault -> assertThat(fault.remedy()).isNotBlank());
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
