package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sagas over HTTP, on the real event store. */
class SagaIT {
    private static final AttemptLimits ONCE =
            AttemptLimits.of(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));

    private static final String WISH = "{\"who\":\"anna\",\"why\":\"rain\"}";

    @TempDir private static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void showsASagaAndCancelsIt() {
        start("cancelled", "");

        JsonNode shown = get("/sagas/test.cancelled");
        assertThat(shown.path("phase").asString()).isEqualTo("running");
        JsonNode step = shown.path("steps").get(0);
        assertThat(step.path("name").asString()).isEqualTo("first");
        assertThat(step.path("state").asString()).isEqualTo("begun");
        assertThat(step.path("attempts").asInt()).isEqualTo(1);
        assertThat(step.path("most_attempts").asInt()).isEqualTo(1);

        HttpResponse<String> answer = post("/sagas/test.cancelled/cancel", "k1", WISH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().until(() -> phase("test.cancelled").equals("undone"));
        assertThat(get("/sagas/test.cancelled").path("reason").asString())
                .isEqualTo("cancelled by anna: rain");
        assertThat(post("/sagas/test.cancelled/cancel", "k1", WISH).statusCode()).isEqualTo(200);
        assertThat(post("/sagas/test.cancelled/cancel", "k2", WISH).statusCode()).isEqualTo(409);
    }

    @Test
    void resumesOneThatIsStuck() {
        start("stuck", "refused");
        await().until(() -> phase("test.stuck").equals("stuck"));

        assertThat(get("/sagas?phase=stuck").path("sagas").get(0).path("saga").asString())
                .isEqualTo("test.stuck");
        HttpResponse<String> answer = post("/sagas/test.stuck/resume", "k1", WISH);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().until(() -> phase("test.stuck").equals("undone"));
        assertThat(get("/sagas?phase=stuck").path("sagas")).isEmpty();
        assertThat(get("/sagas?plan=test&limit=1").path("sagas")).hasSize(1);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(platform.answer("/sagas/test.none").statusCode()).isEqualTo(404);
        assertThat(platform.answer("/sagas/none").statusCode()).isEqualTo(400);
        assertThat(platform.answer("/sagas?phase=odd").statusCode()).isEqualTo(400);
        assertThat(post("/sagas/test.none/cancel", "k", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/sagas/test.none/cancel", "", WISH).statusCode()).isEqualTo(400);
        assertThat(post("/sagas/test.none/cancel", "k", WISH).statusCode()).isEqualTo(404);
    }

    private static void start(String name, String argument) {
        PlannedStep step =
                new PlannedStep("first", "gate", argument, ONCE, ONCE, OnFailure.TURN_BACK);
        platform.sagas()
                .start(
                        new SagaId("test", name),
                        new SagaPlan("test", 1, List.of(step)),
                        Map.of(),
                        SagaRequest.of("start", "a test", ""));
    }

    private static String phase(String saga) {
        return get("/sagas/" + saga).path("phase").asString();
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = platform.answer(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningPlatform.json(answer);
    }

    private static HttpResponse<String> post(String path, String key, String body) {
        return platform.send(
                platform.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }
}
