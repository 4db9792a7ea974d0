package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.telemetry.domain.Place;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ForecastIT {
    private static final String FORECAST = "/sessions/circle/forecast";

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(new CircleRun("circle", "7").blocks(0, 2));
        platform.feed(List.of(new WideRun("bench").block(0)));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.answer("/sessions/circle").statusCode() == 200
                                && platform.answer("/sessions/bench").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void tellsTheForecastOfAStatedPlace() {
        JsonNode forecast = platform.get(FORECAST + "?latitude=50.4372&longitude=5.9714");

        assertThat(forecast.path("state").stringValue()).isEqualTo("fresh");
        assertThat(forecast.path("provider").stringValue()).isEqualTo("Scripted");
        assertThat(forecast.path("reason").isNull()).isTrue();
        assertThat(forecast.path("latitude").doubleValue()).isEqualTo(50.44);
        assertThat(forecast.path("step_s").doubleValue()).isEqualTo(900);
        JsonNode step = forecast.path("steps").get(0);
        assertThat(step.path("at").stringValue()).isEqualTo("2025-05-24T13:00:00Z");
        assertThat(step.path("air_c").doubleValue()).isEqualTo(18.5);
        assertThat(step.path("rain_percent").isNull()).isTrue();
        assertThat(platform.weather().asked()).contains(new Place(50.44, 5.97));
    }

    @Test
    void findsThePlaceByWhereTheCarsWere() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer(FORECAST).statusCode() == 200);

        assertThat(platform.weather().asked())
                .anySatisfy(place -> assertThat(place.latitude()).isBetween(44.99, 45.01));
    }

    @Test
    void saysThatThePlaceIsNotKnown() {
        HttpResponse<String> answer = platform.answer("/sessions/bench/forecast");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("place-not-known").contains("latitude=");
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThat(platform.answer(FORECAST + "?latitude=91&longitude=5").body())
                .contains("from -90 to 90");
        assertThat(platform.answer(FORECAST + "?latitude=50").body())
                .contains("parameter-missing")
                .contains("longitude");
        assertThat(platform.answer(FORECAST + "?latitude=50&longitude=NaN").statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhyNoneCanBeHadAndHowTheCallFares() {
        HttpResponse<String> answer =
                platform.answer(FORECAST + "?latitude=" + ScriptedWeather.AWAY_AT + "&longitude=0");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("call-failed").contains("the provider is away");
        JsonNode call = call("weather-forecast");
        assertThat(call.path("attempts").path("failed").longValue()).isPositive();
        assertThat(call.path("last_failure").path("reason").stringValue())
                .isEqualTo("the provider is away");
        assertThat(call.path("fallback").stringValue()).isEqualTo("last_good");
        assertThat(call.path("without_it").stringValue()).contains("forecast");
        assertThat(call.path("state").stringValue()).isIn("closed", "open");
    }

    private static JsonNode call(String name) {
        return StreamSupport.stream(platform.get("/calls").path("calls").spliterator(), false)
                .filter(call -> call.path("call").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
