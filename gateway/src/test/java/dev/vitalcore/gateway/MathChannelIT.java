package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Math channels over HTTP: saved, checked, and read by time, by lap, by distance and in overlays.
 */
class MathChannelIT {
    private static final CircleRun RUN = new CircleRun("circle", "7");
    private static final int SECONDS = 50;
    private static final String ENTRY = "/sessions/circle/entries/7";
    private static final double METRES_PER_SECOND = CircleRun.SPEED_KMH / 3.6;

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void feedASession() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(RUN.blocks(0, SECONDS));
        platform.publish(RUN.timing());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get(ENTRY + "/laps").path("laps").size() == 3);
        String last = "/series?channels=speed&from_s=" + (SECONDS - 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get(ENTRY + last).at("/series/0/x").size() == 10);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void savesListsAndForgetsAChannel() {
        String body = "{\"expression\":\"speed * 10 s\",\"unit\":\"km\",\"description\":\"ahead\"}";

        HttpResponse<String> saved = put("reach", body);
        HttpResponse<String> again = put("reach", body);

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .isEqualTo(saved.body())
                .isEqualTo(
                        "{\"name\":\"reach\",\"expression\":\"speed * 10 s\",\"unit\":\"km\",\"description\":\"ahead\"}");
        assertThat(platform.get("/math-channels").path("math_channels"))
                .contains(RunningPlatform.json(saved));
        JsonNode channel = listed("reach");
        assertThat(channel.path("original_name").asString()).isEqualTo("=speed * 10 s");
        assertThat(channel.path("unit").asString()).isEqualTo("km");
        assertThat(channel.path("rate_hz").asDouble()).isEqualTo(10);
        JsonNode series =
                platform.get(ENTRY + "/series?channels=reach&from_s=1&to_s=2").at("/series/0");
        assertThat(series.path("channel").asString()).isEqualTo("reach");
        assertThat(series.at("/y/3").asDouble()).isEqualTo(METRES_PER_SECOND / 100, offset(1e-5));

        assertThat(delete("reach").statusCode()).isEqualTo(204);
        assertThat(delete("reach").statusCode()).isEqualTo(404);
        assertThat(listed("reach").isMissingNode()).isTrue();
        assertThat(platform.answer(ENTRY + "/series?channels=reach").statusCode()).isEqualTo(404);
    }

    @Test
    void readsAnExpressionOfARangeOfTime() {
        JsonNode answer =
                platform.get(
                        ENTRY
                                + "/series?from_s=10&to_s=12&channels=speed,"
                                + encoded("=max(derivative(throttle), 0)")
                                + ",throttle");

        JsonNode derivative = answer.at("/series/1");
        assertThat(derivative.path("channel").asString())
                .isEqualTo("=max(derivative(throttle), 0)");
        assertThat(derivative.path("unit").asString()).isEqualTo("%/s");
        assertThat(derivative.at("/x/0").asDouble()).isEqualTo(10);
        assertThat(derivative.path("x").size()).isEqualTo(100);
        assertThat(derivative.at("/y/10").asDouble()).isEqualTo(100, offset(1e-6));
        assertThat(answer.at("/series/2/channel").asString()).isEqualTo("throttle");
    }

    @Test
    void readsAnExpressionOfALapByTimeAndByDistance() {
        String series = ENTRY + "/series?lap=2&channels=" + encoded("=integral(speed)");

        JsonNode byTime = platform.get(series).at("/series/0");
        JsonNode byDistance = platform.get(series + "&by=distance").at("/series/0");

        assertThat(byTime.path("unit").asString()).isEqualTo("m");
        int rows = byTime.path("y").size();
        assertThat(rows).isBetween(199, 201);
        double driven = byTime.at("/y/" + (rows - 1)).asDouble() - byTime.at("/y/0").asDouble();
        assertThat(driven).isEqualTo(METRES_PER_SECOND * (rows - 1) / 10, offset(0.01));
        assertThat(byDistance.at("/x/" + (rows - 1)).asDouble())
                .isEqualTo(2 * Math.PI * 200, offset(10.0));
    }

    @Test
    void laysExpressionsOverEachOther() {
        put("metres_a_second", "{\"expression\":\"speed\",\"unit\":\"m/s\"}");

        JsonNode overlay =
                platform.get(
                        "/overlay?reference=circle/7/2&other=circle/7/3&points=50&channels=metres_a_second,"
                                + encoded("=speed / 2"));

        assertThat(overlay.at("/channels/0/unit").asString()).isEqualTo("m/s");
        assertThat(overlay.at("/channels/0/reference/10").asDouble())
                .isEqualTo(METRES_PER_SECOND, offset(0.01));
        assertThat(overlay.at("/channels/1/other/10").asDouble())
                .isEqualTo(CircleRun.SPEED_KMH / 2, offset(0.01));
    }

    @Test
    void checksAnExpressionAsItIsTyped() {
        assertThat(
                        check(
                                "{\"expression\":\"derivative(speed)\",\"session\":\"circle\",\"car\":\"7\"}"))
                .isEqualTo("{\"ok\":true,\"unit\":\"m/s²\",\"channels\":[\"speed\"]}");
        assertThat(check("{\"expression\":\"damper * 2\"}"))
                .isEqualTo("{\"ok\":true,\"unit\":null,\"channels\":[\"damper\"]}");
        assertThat(check("{\"expression\":\"speed + throttle\"}"))
                .startsWith(
                        "{\"ok\":false,\"problem\":{\"column\":7,\"message\":\"'+' stands between km/h and %\",\"remedy\":\"");
        assertThat(check("{\"expression\":\"damper * 2\",\"session\":\"circle\",\"car\":\"7\"}"))
                .contains("\"column\":1,\"message\":\"there is no channel 'damper'\"");
    }

    @Test
    void refusesWhatCannotBeUsed() {
        assertThat(problem(put("speed", "{\"expression\":\"throttle\"}"), 400))
                .endsWith("math-channel-name-taken");
        assertThat(problem(put("a", "{\"expression\":\"a + 1\"}"), 400))
                .endsWith("math-channel-circle");
        assertThat(problem(put("a", "{\"expression\":\"speed +\"}"), 400))
                .endsWith("expression-unusable");
        assertThat(problem(put("a", "{\"expression\":\"speed\",\"color\":1}"), 400))
                .endsWith("body-unusable");
        assertThat(problem(put("a", "{\"unit\":\"m\"}"), 400)).endsWith("parameter-missing");
        assertThat(problem(put("a", "null"), 400)).endsWith("body-unusable");
        assertThat(problem(put("a", "{"), 400)).endsWith("body-unusable");
        assertThat(problem(put("a", " ".repeat(70_000)), 413)).endsWith("request-too-large");
        assertThat(problem(platform.answer(ENTRY + "/series?channels=" + encoded("=speed +")), 400))
                .endsWith("expression-unusable");
        assertThat(
                        problem(
                                platform.answer(
                                        ENTRY + "/series?channels=" + encoded("=damper * 2")),
                                404))
                .endsWith("expression-channel-unknown");
        assertThat(
                        problem(
                                platform.answer(
                                        ENTRY + "/series?lap=2&channels=" + encoded("=speed +")),
                                400))
                .endsWith("expression-unusable");
        assertThat(
                        problem(
                                platform.answer(
                                        ENTRY + "/series?lap=2&channels=" + encoded("=damper * 2")),
                                404))
                .endsWith("expression-channel-unknown");
    }

    private static JsonNode listed(String name) {
        for (JsonNode channel : platform.get(ENTRY + "/channels").path("channels")) {
            if (channel.path("name").asString().equals(name)) {
                return channel;
            }
        }
        return platform.get("/math-channels").path("nothing");
    }

    private static String check(String body) {
        return platform.post(
                        "/math-channels/check",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8))
                .body();
    }

    private static HttpResponse<String> put(String name, String body) {
        return platform.send(
                platform.request("/math-channels/" + name)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> delete(String name) {
        return platform.send(platform.request("/math-channels/" + name).DELETE().build());
    }

    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return RunningPlatform.json(answer).path("type").asString();
    }

    private static String encoded(String expression) {
        return URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }
}
