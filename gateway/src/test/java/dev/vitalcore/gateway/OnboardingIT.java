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

/** Cars are brought into a session over HTTP, on the real engines. */
class OnboardingIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ENTRY = "'who':'anna','team':'Blue','drivers':['Ada','Bert']";

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
    void bringsInACarWhoseTelemetryComes() {
        schedule("circle");

        String saga = begun("circle", "7", "o1", "{" + ENTRY + ",'wait_s':30,'must_send':true}");
        assertThat(begun("circle", "7", "o1", "{" + ENTRY + ",'wait_s':30,'must_send':true}"))
                .isEqualTo(saga);
        await().atMost(SOON).until(() -> withdrawn("circle", "7").equals("false"));
        platform.feed(new CircleRun("circle", "7").blocks(0, 2));

        awaitPhase(saga, "complete");
        assertThat(withdrawn("circle", "7")).isEqualTo("false");
        assertThat(notices("session/circle"))
                .containsExactly("Car 7 of Blue takes part, with Ada, Bert");
    }

    @Test
    void withdrawsACarThatMustSendAndDoesNot() {
        schedule("silent");

        String saga = begun("silent", "8", "o1", "{" + ENTRY + ",'wait_s':0,'must_send':true}");

        awaitPhase(saga, "undone");
        assertThat(withdrawn("silent", "8")).isEqualTo("true");
        assertThat(notices("saga/" + saga)).singleElement().asString().contains("car 8");
    }

    @Test
    void keepsACarThatNeedNotSendAndTellsOfIt() {
        schedule("kept");

        String saga = begun("kept", "8", "o1", "{" + ENTRY + ",'wait_s':0}");

        awaitPhase(saga, "complete_with_failures");
        assertThat(withdrawn("kept", "8")).isEqualTo("false");
        assertThat(notices("saga/" + saga)).singleElement().asString().contains("await-telemetry");
    }

    /** Its entry was somebody else's decision, the same one. */
    @Test
    void leavesAnEntryThatWasThereBefore() {
        schedule("known");
        command(
                "known",
                "{'command':'register_entry','who':'bert','car':'8','team':'Blue',"
                        + "'drivers':['Ada','Bert']}");

        String saga = begun("known", "8", "o1", "{" + ENTRY + ",'wait_s':0,'must_send':true}");

        awaitPhase(saga, "undone");
        assertThat(withdrawn("known", "8")).isEqualTo("false");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(post("s", "8", "k", "{'who':'anna','drivers':['Ada']}").body())
                .contains("team", "field-missing");
        assertThat(post("s", "8", "k", "{'who':'anna','team':'Blue'}").body())
                .contains("drivers", "field-missing");
        assertThat(post("s", "8", "k", "{" + ENTRY + ",'wait_s':100000}").body())
                .contains("wait_s", "100000", "900");
        String team = "x".repeat(2_000);
        HttpResponse<String> tooLong =
                post("s", "8", "k", "{'who':'anna','team':'" + team + "','drivers':['Ada']}");
        assertThat(tooLong.statusCode()).as(tooLong.body()).isEqualTo(400);
    }

    @Test
    void refusesWhatCouldNotBeEnteredAndStartsNothing() {
        String body = "{" + ENTRY + "}";
        String team = "{'who':'anna','team':'" + "x".repeat(101) + "','drivers':['Ada']}";
        String drivers = "{'who':'anna','team':'Blue','drivers':";

        refused("No.%207A", body, "car 'No. 7A'", "'no.-7a'");
        refused("x".repeat(1_200), body, "car 'xxx", "…");
        refused("trackside", body, "car 'trackside'", "'car-trackside'");
        refused("7", team, "team 'xxx", "1 to 100 characters");
        refused("7", drivers + "['Ada\\nBert','']}", "driver 'Ada", "control character");
        refused("7", drivers + "['Ada','']}", "driver ''");
        refused("7", drivers + "['Ada','Ada']}", "drivers 'Ada, Ada'", "different");

        assertThat(platform.get("/sagas").path("sagas").valueStream())
                .noneMatch(saga -> saga.path("data").path("session").asString().equals("unusable"));
    }

    private static void refused(String car, String body, String... told) {
        HttpResponse<String> answer = post("unusable", car, "k", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(told).hasSizeLessThan(600);
    }

    private static void schedule(String session) {
        command(
                session,
                "{'command':'schedule_session','who':'anna','kind':'practice','name':'FP1',"
                        + "'circuit':'Spa','start':'2026-05-02T10:00:00Z'}");
    }

    private static void command(String session, String body) {
        HttpResponse<String> answer =
                platform.command(session, Integer.toString(body.hashCode()), json(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String begun(String session, String car, String key, String body) {
        HttpResponse<String> answer = post(session, car, key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return RunningPlatform.json(answer).path("saga").asString();
    }

    private static HttpResponse<String> post(String session, String car, String key, String body) {
        return platform.send(
                platform.request("/sessions/" + session + "/entries/" + car + "/onboarding")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(json(body)))
                        .build());
    }

    private static void awaitPhase(String saga, String phase) {
        await().atMost(SOON)
                .until(() -> platform.get("/sagas/" + saga).path("phase").asString().equals(phase));
    }

    /** Empty where it is not entered. */
    private static String withdrawn(String session, String car) {
        return platform.get("/sessions/" + session + "/state")
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("car").asString().equals(car))
                .map(entry -> entry.path("withdrawn").toString())
                .findFirst()
                .orElse("");
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
