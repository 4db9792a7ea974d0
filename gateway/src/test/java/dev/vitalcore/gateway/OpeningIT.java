package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The opening of a session over HTTP, through all that takes part in it, on the real engines. */
class OpeningIT {
    private static final Duration SOON = Duration.ofSeconds(30);

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
    void opensASessionWithAllThatTakesPart() {
        schedule("whole");

        JsonNode begun =
                opened("whole", "o1", "{'who':'anna','why':'it is time','expected_mib':64}");
        String saga = begun.path("saga").asString();
        awaitPhase(saga, "complete");

        assertThat(stepStates(saga))
                .containsExactly(
                        "reserve-storage done",
                        "expect-session done",
                        "prepare-timing done",
                        "open-session done",
                        "announce-session done");
        assertThat(platform.get("/sessions/whole/state").path("phase").asString())
                .isEqualTo("open");
        assertThat(expected("whole")).isTrue();
        assertThat(notices("session/whole")).containsExactly("FP1, Spa is open");
        JsonNode again =
                opened("whole", "o1", "{'who':'anna','why':'it is time','expected_mib':64}");
        assertThat(again.path("saga").asString()).isEqualTo(saga);
        assertThat(notices("session/whole")).hasSize(1);
    }

    @Test
    void aSessionThatIsCancelledIsExpectedNoMore() {
        schedule("rained-off");
        awaitPhase(
                opened("rained-off", "o1", "{'who':'anna'}").path("saga").asString(), "complete");
        assertThat(expected("rained-off")).isTrue();

        HttpResponse<String> cancelled =
                platform.command(
                        "rained-off",
                        "cancel",
                        json("{'command':'cancel_session','who':'anna','reason':'rain'}"));

        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        await().atMost(SOON).until(() -> !expected("rained-off"));
    }

    @Test
    void undoesAllWhereRaceControlRefuses() {
        String saga = opened("never-scheduled", "o1", "{'who':'anna'}").path("saga").asString();

        awaitPhase(saga, "undone");

        assertThat(stepStates(saga))
                .containsExactly(
                        "reserve-storage compensated",
                        "expect-session compensated",
                        "prepare-timing compensated",
                        "open-session compensated",
                        "announce-session not_begun");
        assertThat(expected("never-scheduled")).isFalse();
        assertThat(notices("saga/" + saga))
                .singleElement()
                .asString()
                .contains("was undone", "open-session");
    }

    @Test
    void undoesWhatWasDoneWhereTimingIsDown() {
        schedule("untimed");
        platform.timingIsDown("the speed layer is restarting");

        String saga = opened("untimed", "o1", "{'who':'anna'}").path("saga").asString();
        awaitPhase(saga, "undone");

        platform.timingIsDown(null);
        assertThat(platform.get("/sessions/untimed/state").path("phase").asString())
                .isEqualTo("scheduled");
        assertThat(expected("untimed")).isFalse();
        assertThat(notices("saga/" + saga))
                .singleElement()
                .asString()
                .contains("the speed layer is restarting");
        String anew = opened("untimed", "o2", "{'who':'anna'}").path("saga").asString();
        awaitPhase(anew, "complete");
        assertThat(expected("untimed")).isTrue();
    }

    @Test
    void refusesWhatNeedsMoreRoomThanThereIs() {
        schedule("huge");

        String saga =
                opened("huge", "o1", "{'who':'anna','expected_mib':100000}")
                        .path("saga")
                        .asString();
        awaitPhase(saga, "undone");

        assertThat(platform.get("/sagas/" + saga).path("reason").asString())
                .contains("100000 MiB", "make room on the disk");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(post("fp", null, "{'who':'anna'}").statusCode()).isEqualTo(400);
        assertThat(post("fp", "k", "{'why':'x'}").body()).contains("field-missing");
        assertThat(post("fp", "k", "{'who':'anna','expected_mib':-1}").body())
                .contains("expected_mib", "-1");
        assertThat(platform.answer("/notices?limit=0").statusCode()).isEqualTo(400);
    }

    private static void schedule(String session) {
        HttpResponse<String> answer =
                platform.command(
                        session,
                        "schedule",
                        json(
                                "{'command':'schedule_session','who':'anna','kind':'practice','name':'FP1',"
                                        + "'circuit':'Spa','start':'2026-05-02T10:00:00Z'}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode opened(String session, String key, String body) {
        HttpResponse<String> answer = post(session, key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode saga = RunningPlatform.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/v1/sagas/" + saga.path("saga").asString());
        return saga;
    }

    private static HttpResponse<String> post(
            String session, @org.jspecify.annotations.Nullable String key, String body) {
        HttpRequest.Builder request =
                platform.request("/sessions/" + session + "/opening")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(body)));
        return platform.send(
                (key == null ? request : request.header("Idempotency-Key", key)).build());
    }

    private static void awaitPhase(String saga, String phase) {
        await().atMost(SOON)
                .until(() -> platform.get("/sagas/" + saga).path("phase").asString().equals(phase));
    }

    private static List<String> stepStates(String saga) {
        return platform.get("/sagas/" + saga)
                .path("steps")
                .valueStream()
                .map(step -> step.path("name").asString() + " " + step.path("state").asString())
                .toList();
    }

    private static boolean expected(String session) {
        return platform.get("/sessions")
                .path("expected")
                .valueStream()
                .anyMatch(each -> each.path("id").asString().equals(session));
    }

    private static List<String> notices(String about) {
        return platform.get("/notices")
                .path("notices")
                .valueStream()
                .filter(notice -> notice.path("about").asString().equals(about))
                .map(notice -> notice.path("text").asString())
                .toList();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
