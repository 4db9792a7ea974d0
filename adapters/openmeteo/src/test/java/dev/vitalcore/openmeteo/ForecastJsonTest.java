package dev.vitalcore.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastJsonTest {
    private static final String PLACE = "\"latitude\":50.44,\"longitude\":5.98";

    private static WeatherForecast read(String json) throws IOException {
        return ForecastJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesWhatIsAbsentForUnknown() throws IOException {
        WeatherForecast forecast = read("{" + PLACE + ",\"minutely_15\":{\"time\":[900]}}");

        assertThat(forecast.stepNanos()).isZero();
        assertThat(forecast.steps())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.airCelsius()).isNaN();
                    assertThat(step.rainPercent()).isNaN();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>no JSON</html> | no usable JSON",
                "{\"latitude\": | no usable JSON",
                "[] | no JSON object",
                "{} | minutely_15.time",
                "{\"minutely_15\":{\"time\":[]}} | minutely_15.time",
                "{\"minutely_15\":{\"time\":\"now\"}} | minutely_15.time",
                "{\"minutely_15\":{\"time\":[1.5]}} | minutely_15.time[0] is no time: 1.5",
                "{\"minutely_15\":{\"time\":[\"2026\"]}} | minutely_15.time[0] is no time",
                "{\"minutely_15\":{\"time\":[99999999999999]}} | does not ascend",
                "{\"minutely_15\":{\"time\":[900,900]}} | minutely_15.time[1] does not ascend",
                "{\"minutely_15\":{\"time\":[900],\"precipitation\":[]}} | precipitation is no list",
                "{\"minutely_15\":{\"time\":[900],\"precipitation\":[\"wet\"]}} | precipitation[0] is"
                        + " no number: \"wet\"",
                "{\"minutely_15\":{\"time\":[900]}} | does not say of which place",
                "{\"latitude\":950,\"longitude\":5,\"minutely_15\":{\"time\":[900]}} | no place",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{}}}}}}}}} | no usable JSON"
            })
    void refusesWhatItCannotUseAndSaysWhere(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesMoreStepsThanAnyForecastHas() {
        String times = "0" + ",1".repeat(1000);

        assertThatThrownBy(() -> read("{" + PLACE + ",\"minutely_15\":{\"time\":[" + times + "]}}"))
                .hasMessageContaining("1 to 1000");
    }
}
