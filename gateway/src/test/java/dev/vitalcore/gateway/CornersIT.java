package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The calls about corners and the standing, against the real engines. */
class CornersIT {
    private static final CircleRun RUN = new CircleRun("circle", "7");
    private static final CircleRun SLOW = new CircleRun("circle", "9");
    private static final int SECONDS = 50;

    @TempDir static Path directory;
    private static RunningPlatform platform;

    /** The second car drives the same circle; its lap is said to have taken a second more. */
    @BeforeAll
    static void feedASession() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(RUN.blocks(0, SECONDS));
        platform.feed(SLOW.blocks(0, SECONDS));
        platform.publish(RUN.timing());
        platform.publish(
                List.of(
                        SLOW.track(),
                        SLOW.lap(1, LapKind.OUT, 0, 5),
                        SLOW.lap(2, LapKind.FLYING, 5, 21)));
        for (String car : List.of("7", "9")) {
            String last = "/series?channels=speed&from_s=" + (SECONDS - 1);
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            platform.get("/sessions/circle/entries/" + car + last)
                                            .at("/series/0/x")
                                            .size()
                                    == 10);
        }
        awaitLaps("7", 3);
        awaitLaps("9", 2);
    }

    private static void awaitLaps(String car, int laps) {
        String path = "/sessions/circle/entries/" + car + "/laps";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get(path).path("laps").size() == laps);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void findsTheCornersOfTheBestLap() {
        JsonNode answer = platform.get("/sessions/circle/corners");

        assertThat(answer.path("reference").toString())
                .isEqualTo("{\"session\":\"circle\",\"car\":\"7\",\"lap\":2}");
        assertThat(answer.path("basis").asString()).isEqualTo("positions");
        JsonNode corner = answer.at("/corners/0");
        assertThat(answer.path("corners")).hasSize(1);
        assertThat(corner.path("number").asInt()).isEqualTo(1);
        assertThat(corner.path("direction").asString()).isEqualTo("right");
        assertThat(corner.path("from_m").asDouble()).isZero();
        assertThat(corner.path("until_m").asDouble()).isEqualTo(2 * Math.PI * 200, offset(10.0));
        assertThat(corner.path("apex_m").asDouble()).isEqualTo(Math.PI * 200, offset(10.0));
        // The line is in the north of the circle, so half way round is its south.
        assertThat(corner.at("/place/latitude").asDouble()).isEqualTo(44.9982, offset(0.0002));
        assertThat(corner.path("place").has("world_x")).isFalse();
    }

    @Test
    void comparesLapsInTheCorners() {
        JsonNode answer =
                platform.get("/corners/compare?reference=circle/7/2&laps=circle/7/3,circle/9/2");

        assertThat(answer.path("corners")).hasSize(1);
        assertThat(answer.at("/laps/1/car").asString()).isEqualTo("9");
        assertThat(answer.at("/laps/1/time_s").asDouble()).isEqualTo(21);
        assertThat(answer.at("/laps/1/brake_from").asString()).isEqualTo("deceleration");
        JsonNode row = answer.at("/rows/1");
        assertThat(answer.path("rows")).hasSize(2);
        assertThat(row.path("lap").asInt()).isEqualTo(2);
        assertThat(row.path("apex_kmh").asDouble()).isEqualTo(CircleRun.SPEED_KMH, offset(0.01));
        assertThat(row.path("brake_m").isNull()).isTrue();
        assertThat(row.path("lost_s").asDouble()).isEqualTo(1, offset(1e-6));
        assertThat(row.path("lost_so_far_s").asDouble()).isEqualTo(1, offset(1e-6));
        assertThat(answer.at("/rows/0/lost_s").asDouble()).isEqualTo(0, offset(1e-6));
        assertThat(answer.path("reference_uncertain").asBoolean(true)).isFalse();
    }

    @Test
    void saysWhereTheTimeIs() {
        JsonNode answer = platform.get("/losses?reference=circle/7/2&other=circle/9/2");

        assertThat(answer.path("total_s").asDouble()).isEqualTo(1, offset(1e-6));
        JsonNode loss = answer.at("/losses/0");
        assertThat(loss.path("corner").asInt()).isEqualTo(1);
        assertThat(loss.path("lost_s").asDouble()).isEqualTo(1, offset(1e-6));
        assertThat(loss.path("text").asString())
                .startsWith("Corner 1 (right), 0 to 12")
                .contains("1.00 s lost");
    }

    @Test
    void refusesWhatMakesNoSense() {
        String many = String.join(",", Collections.nCopies(41, "circle/7/3"));

        assertProblem("/corners/compare?reference=circle/7/2&laps=" + many, 400, "at most 40 laps");
        assertProblem("/corners/compare?reference=circle/7/2", 400, "laps");
        assertProblem("/losses?reference=circle/7/2&other=circle/7/99", 404, "lap 99");
        assertProblem("/losses?reference=circle/7/2&other=circle/7/1", 400, "lap-not-whole");
        assertProblem("/corners/compare?reference=circle/7/2&laps=circle/7/1", 400, "an out lap");
        assertProblem("/sessions/circle/corners?reference=circle/7/1", 400, "flying lap");
        assertProblem("/sessions/circle/corners?reference=circle", 400, "session/car/lap");
        assertProblem("/sessions/circle/standing?at_s=noon", 400, "noon");
    }

    @Test
    void tellsTheOrderOfARaceAsItWasKnown() {
        JsonNode late = platform.get("/sessions/circle/standing?at_s=47");
        JsonNode early = platform.get("/sessions/circle/standing?at_s=26");

        assertThat(late.path("at_s").asDouble()).isEqualTo(47);
        JsonNode leader = late.at("/standing/0");
        assertThat(leader.path("car").asString()).isEqualTo("7");
        assertThat(leader.path("position").asInt()).isEqualTo(1);
        assertThat(leader.path("laps").asInt()).isEqualTo(3);
        assertThat(leader.path("gap_s").isNull()).isTrue();
        assertThat(leader.path("best_lap_s").asDouble()).isEqualTo(20);
        // It passed the line a second later, and the leader again two seconds ago.
        assertThat(late.at("/standing/1/gap_s").asDouble()).isEqualTo(2, offset(1e-6));
        assertThat(early.at("/standing/0/laps").asInt()).isEqualTo(2);
        assertThat(early.at("/standing/1/laps").asInt()).isEqualTo(2);
        assertThat(early.at("/standing/1/gap_s").asDouble()).isEqualTo(1, offset(1e-6));
        assertThat(early.at("/standing/1/gap_laps").isNull()).isTrue();
        assertThat(early.at("/standing/1/in_pit").isNull()).isTrue();
    }

    private static void assertProblem(String path, int status, String word) {
        HttpResponse<String> answer = platform.answer(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).contains(word);
    }
}
