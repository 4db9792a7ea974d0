package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Commands that race control does not carry out, and what it says of them. */
class CommandRefusalIT extends OnRaceControl {
    @Test
    void tellsWhatTheRulesForbid() {
        schedule("forbidden");

        JsonNode problem =
                refused(
                        "forbidden",
                        "k2",
                        "{'command':'show_red_flag','who':'anna','reason':'rain'}",
                        409);

        assertThat(problem.get("type").asString()).endsWith("illegal-step");
        assertThat(problem.get("remedy").asString()).contains("open, cancelled");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(
                        refused("s", "k", "{'command':'go_grey','who':'a'}", 400)
                                .get("remedy")
                                .asString())
                .contains("go_green");
        assertThat(refused("s", "k", "{'command':'go_green'}", 400).get("detail").asString())
                .contains("'who' is missing");
        assertThat(
                        refused("s", "k", "{'command':'go_green','who':'a','flag':1}", 400)
                                .get("detail")
                                .asString())
                .contains("'flag'");
        assertThat(
                        refused("s", "k", "{'command':'go_green','who':'a','at':'noon'}", 400)
                                .get("remedy")
                                .asString())
                .contains("ISO 8601");
        assertThat(
                        refused(
                                        "s",
                                        "k",
                                        "{'command':'go_green','who':'a','at':'2999-01-01T00:00:00Z'}",
                                        400)
                                .get("remedy")
                                .asString())
                .contains("to 2261");
        assertThat(
                        refused("s", "k", "{'command':'show_red_flag','who':'a','resaon':'x'}", 400)
                                .get("remedy")
                                .asString())
                .contains("resaon");
        assertThat(
                        refused("s", "k", "{'command':'go_green','who':'a','who':'b'}", 400)
                                .get("detail")
                                .asString())
                .contains("\"who\"");
        assertThat(
                        refused("s", "k", "{'command':'go_green','who':NaN}", 400)
                                .get("detail")
                                .asString())
                .contains("NaN")
                .doesNotContain("JsonReadFeature");
        assertThat(refused("s", "k", "[]", 400).get("detail").asString()).contains("object");
        assertThat(
                        refused("s", null, "{'command':'go_green','who':'a'}", 400)
                                .get("detail")
                                .asString())
                .contains("Idempotency-Key");
    }

    @Test
    void refusesWhoCannotDecide() {
        for (String who : List.of("", "  ", "an\\na", "a".repeat(5_000))) {
            JsonNode problem = refused("s", "k", "{'command':'go_green','who':'" + who + "'}", 400);
            assertThat(problem.get("type").asString()).endsWith("field-unusable");
            assertThat(problem.get("detail").asString()).contains("who");
        }
        assertThat(
                        refused(
                                        "s",
                                        "k",
                                        "{'command':'go_green','who':'a','why':'"
                                                + "b".repeat(5_000)
                                                + "'}",
                                        400)
                                .get("detail")
                                .asString())
                .contains("5000 characters: at most 2000");
    }

    @Test
    void aWrongDateDoesNotKeepASessionFromAllThatFollows() {
        schedule("dated");
        String opening = "{'command':'open_session','who':'anna','at':'%s'}";

        JsonNode problem = refused("dated", "k2", opening.formatted("2200-01-01T00:00:00Z"), 400);

        assertThat(problem.get("type").asString()).endsWith("too-far-ahead");
        assertThat(problem.get("detail").asString()).contains("2200-01-01");
        String soon = Instant.now().plus(Duration.ofMinutes(50)).toString();
        assertThat(done("dated", "k3", opening.formatted(soon)).get("repeated").asBoolean())
                .isFalse();
    }

    @Test
    void aValueThatNoSessionTakesIsTheSendersMistake() {
        schedule("valued");

        JsonNode problem =
                refused(
                        "valued",
                        "k2",
                        "{'command':'register_entry','who':'anna','car':'7','team':'','drivers':['Ann']}",
                        400);

        assertThat(problem.get("type").asString()).endsWith("unusable-value");
    }
}
