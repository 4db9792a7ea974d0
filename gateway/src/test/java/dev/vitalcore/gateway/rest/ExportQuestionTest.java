package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.gateway.rest.ExportQuestion.Format;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.domain.table.Fill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportQuestionTest {
    @Test
    void asksForEverythingByItself() {
        ExportQuestion question = ExportQuestion.of(Map.of());

        assertThat(question.format()).isEqualTo(Format.CSV);
        assertThat(question.cars()).isEmpty();
        assertThat(question.channels()).isEmpty();
        assertThat(question.hz()).isEmpty();
        assertThat(question.fill()).isEqualTo(Fill.LINEAR);
    }

    @Test
    void readsItsParameters() {
        ExportQuestion question = of("format=motec-csv&cars=7&channels=speed, gear&lap=3&hz=12.5");

        assertThat(question.format()).isEqualTo(Format.MOTEC_CSV);
        assertThat(question.cars()).containsExactly("7");
        assertThat(question.channels()).contains(List.of("speed", "gear"));
        assertThat(question.lap()).isEqualTo(OptionalInt.of(3));
        assertThat(question.hz()).isEqualTo(OptionalDouble.of(12.5));
        assertThat(of("hz=original&fill=none&format=parquet").fill()).isEqualTo(Fill.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format=xlsx | 'xlsx' | give csv, motec-csv or parquet",
                "fill=spline | 'spline' | give linear or none",
                "hz=0 | '0' | give 0.1 to 1000, or original",
                "hz=NaN | 'NaN' | give 0.1 to 1000, or original",
                "hz=fast | 'fast' | give 0.1 to 1000, or original",
                "cars=7,, | '7,,' | give 1 to 64 names separated by commas",
                "lap=2 | all cars | name the one car with cars=…",
                "lap=2&cars=7,8 | 2 cars | name the one car with cars=…",
                "lap=2&cars=7&from_s=1 | both a lap and a range | leave out from_s and to_s, or lap",
                "fill=none&hz=10 | fill=none | leave out hz, or use fill=linear",
                "fill=none&format=motec-csv | motec-csv | use fill=linear, or another format",
                "points=10 | 'points' | use only cars, channels, fill, format, from_s, hz, lap, to_s"
            })
    void refusesNamingValueAndRemedy(String query, String value, String remedy) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> of(query))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.USER))
                .satisfies(fault -> assertThat(fault.text()).contains(value.replace("'", "")))
                .satisfies(fault -> assertThat(fault.remedy()).startsWith(remedy));
    }

    private static ExportQuestion of(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts[1]);
        }
        return ExportQuestion.of(parameters);
    }
}
