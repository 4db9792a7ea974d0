package dev.vitalcore.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState.Circuit;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.MisbehavingServer;
import dev.vitalcore.platform.calls.MisbehavingServer.Behaviour;
import dev.vitalcore.platform.calls.MovedClock;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that behaves as it is told; nothing is asked of the real one. */
class OpenMeteoTest {
    private static final Place SPA = new Place(50.4372, 5.9714);
    private static final CallPolicy POLICY = policy(Duration.ofSeconds(20));
    private static final CallPolicy SHORT = policy(Duration.ofMillis(100));
    private static final String GOOD =
            """
            {"latitude":50.44,"longitude":5.98,"generationtime_ms":0.1,"elevation":402.0,
             "minutely_15":{"time":[1748091600,1748092500],"temperature_2m":[18.4,18.1],
               "relative_humidity_2m":[61,null],"precipitation":[0.0,0.4],
               "wind_speed_10m":[3.2,3.4],"wind_gusts_10m":[7.1,8.0],
               "wind_direction_10m":[245,250]},
             "hourly":{"time":[1748091600,1748095200],"precipitation_probability":[10,65]}}
            """;

    private final MovedClock clock = new MovedClock();
    private final MisbehavingServer server =
            new MisbehavingServer(MisbehavingServer.answering(200, GOOD));
    private final OpenMeteo provider = new OpenMeteo(server.address());
    private final GuardedCalls calls = calls(POLICY);

    private static CallPolicy policy(Duration limit) {
        return new CallPolicy(
                "weather-forecast",
                new CallPolicy.Purpose("weather forecast", "no forecast"),
                limit,
                new CallPolicy.Places(2, Duration.ofMillis(1)),
                CallPolicy.Attempts.one(),
                new CallPolicy.Breaker(
                        4, 2, 50, Duration.ofSeconds(15), 100, Duration.ofSeconds(60), 1),
                CallPolicy.Fallback.NONE);
    }

    private GuardedCalls calls(CallPolicy policy) {
        return new ResilientCalls(List.of(policy), clock, length -> {});
    }

    @AfterEach
    void close() {
        server.close();
        provider.close();
    }

    @Test
    void readsTheForecastOfAPlace() {
        WeatherForecast forecast = calls.call(POLICY, () -> provider.at(SPA));

        assertThat(forecast.place()).isEqualTo(new Place(50.44, 5.98));
        assertThat(forecast.stepNanos()).isEqualTo(900 * EpochNanos.PER_SECOND);
        assertThat(forecast.steps())
                .containsExactly(
                        new WeatherForecast.Step(
                                1748091600 * EpochNanos.PER_SECOND, 18.4, 61, 0, 10, 3.2, 7.1, 245),
                        new WeatherForecast.Step(
                                1748092500 * EpochNanos.PER_SECOND,
                                18.1,
                                Double.NaN,
                                0.4,
                                65,
                                3.4,
                                8,
                                250));
    }

    @Test
    void asksForThePlaceAndNothingElseOfUs() {
        calls.call(POLICY, () -> provider.at(SPA));

        assertThat(server.requests())
                .containsExactly(
                        "GET /v1/forecast?latitude=50.44&longitude=5.97&minutely_15=temperature_2m,"
                                + "relative_humidity_2m,precipitation,wind_speed_10m,wind_gusts_10m,"
                                + "wind_direction_10m&forecast_minutely_15=48"
                                + "&hourly=precipitation_probability&forecast_hours=13"
                                + "&wind_speed_unit=ms&timeformat=unixtime&timezone=GMT HTTP/1.1");
    }

    @Test
    void keepsThePathOfTheAddress() {
        try (OpenMeteo behindAPath = new OpenMeteo(server.address().resolve("/weather/"))) {
            calls.call(POLICY, () -> behindAPath.at(SPA));
        }

        assertThat(server.requests().getFirst()).startsWith("GET /weather/v1/forecast?");
    }

    @Test
    void refusesAnAddressAndNeverShowsItsPassword() {
        assertThatThrownBy(() -> new OpenMeteo(URI.create("ftp://me:secret@weather.example")))
                .hasMessageContaining("ftp://weather.example")
                .hasMessageNotContaining("secret");
    }

    @Test
    void endsWhereNobodyListensAndRecoversByItself() {
        server.close();
        assertThat(failure(POLICY).text())
                .contains("no connection to " + server.address().getAuthority());
        assertThat(failure(POLICY).code()).isEqualTo("call-failed");
        assertThat(failure(POLICY).code()).isEqualTo("call-open");
        try (MisbehavingServer back = server.again(MisbehavingServer.answering(200, GOOD))) {
            assertThat(failure(POLICY).code()).isEqualTo("call-open");
            clock.move(Duration.ofSeconds(61));

            assertThat(calls.call(POLICY, () -> provider.at(SPA)).steps()).hasSize(2);

            assertThat(back.requests()).hasSize(1);
            assertThat(calls.states().getFirst().circuit()).isEqualTo(Circuit.CLOSED);
        }
    }

    @Test
    void endsWhereNothingComes() {
        assertTimedOutAndHungUp(MisbehavingServer.silent());
    }

    @Test
    void endsWhereTheBodyStops() {
        assertTimedOutAndHungUp(MisbehavingServer.stoppingInTheBody());
    }

    @Test
    void endsWhereTheBodyTrickles() {
        assertTimedOutAndHungUp(MisbehavingServer.trickling());
    }

    private void assertTimedOutAndHungUp(Behaviour behaviour) {
        server.behave(behaviour);
        GuardedCalls shortly = calls(SHORT);

        Fault fault = failure(shortly, SHORT);

        assertThat(fault.code()).isEqualTo("call-timed-out");
        assertThat(fault.text()).contains("0.1 s");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.hungUp() == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shortly.states().getFirst().underWay() == 0);
    }

    @Test
    void endsWhereTheBodyHasNoEnd() {
        server.behave(MisbehavingServer.endless());

        assertThat(failure(POLICY).text()).contains("longer than 262144 bytes");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.hungUp() == 1);
    }

    @Test
    void endsWhereTheServerHangsUp() {
        server.behave(MisbehavingServer.hangingUp());

        assertThat(failure(POLICY).code()).isEqualTo("call-failed");
    }

    @Test
    void endsWhereItIsNoHttp() {
        server.behave(MisbehavingServer.babbling());

        assertThat(failure(POLICY).code()).isEqualTo("call-failed");
    }

    @Test
    void takesAnErrorOfTheServerForAFailure() {
        server.behave(MisbehavingServer.answering(500, "{}"));

        assertThat(failure(POLICY).text()).contains("HTTP 500 from 127.0.0.1");
    }

    @Test
    void followsNoRedirect() {
        server.behave(
                MisbehavingServer.answering(302, "", "Location: http://127.0.0.1:1/elsewhere"));

        assertThat(failure(POLICY).text()).contains("HTTP 302");
    }

    @Test
    void comesBackWhenItIsTold() {
        server.behave(MisbehavingServer.answering(429, "{}", "Retry-After: 30"));

        assertThat(failure(POLICY).retryAfter()).contains(Duration.ofSeconds(30));
        server.behave(MisbehavingServer.answering(200, GOOD));
        assertThat(failure(POLICY).code()).isEqualTo("call-open");
        assertThat(server.requests()).hasSize(1);
        clock.move(Duration.ofSeconds(31));
        assertThat(calls.call(POLICY, () -> provider.at(SPA)).steps()).hasSize(2);
    }

    @Test
    void staysAwayAnHourAtMost() {
        server.behave(MisbehavingServer.answering(503, "{}", "Retry-After: 99999999999"));

        assertThat(failure(POLICY).retryAfter()).contains(Duration.ofHours(1));
    }

    @Test
    void passesOnWhyAQuestionIsRefused() {
        server.behave(
                MisbehavingServer.answering(
                        400, "{\"error\":true,\"reason\":\"Latitude must be in range\"}"));

        Fault fault = failure(POLICY);

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("Latitude must be in range");
        assertThat(calls.states().getFirst().counts().failed()).isZero();
    }

    private Fault failure(CallPolicy policy) {
        return failure(calls, policy);
    }

    private Fault failure(GuardedCalls guard, CallPolicy policy) {
        return catchThrowableOfType(Fault.class, () -> guard.call(policy, () -> provider.at(SPA)));
    }
}
