package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What was decided about sessions that were driven: beside the data, and the standing as it was
 * known.
 */
class DrivenDecisionsIT extends OnDecidedRaces {
    @BeforeAll
    static void begin() {
        start();
    }

    @Test
    void theHeadOfTheRaceTellsWhatWasDecidedByTheCursor() {
        importInto("driven", GeneratedRecording.write(folder.resolve("7.csv"), 3, 200));
        JsonNode session =
                await("the session")
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(
                                () -> platform().get("/api/v1/sessions/driven"),
                                found -> found.path("duration_s").asDouble() > 150);
        Instant start = Instant.parse(session.path("start").asString());
        desk().schedule("driven", start.minusSeconds(60), "7");
        desk().decide("driven", "open_session", "anna", start.minusSeconds(30), "");
        desk().decide("driven", "go_green", "anna", start, "");
        desk().decide(
                        "driven",
                        "show_red_flag",
                        "anna",
                        start.plusSeconds(100),
                        "'reason':'track blocked'");

        open("#/session/driven?at=50");
        assertThat(page().locator("[data-testid=decided][data-phase=green]")).isVisible(SOON);
        open("#/session/driven?at=120");
        assertThat(page().locator("[data-testid=decided][data-phase=red]")).isVisible(SOON);
        all("decided").click();

        assertThat(all("phase")).hasAttribute("data-phase", "red");
        page().locator("[data-testid=decision]").first().click();
        Locator moment = all("history-step").last().getByRole(AriaRole.LINK);
        assertThat(moment).containsText("1:40 of the session");
        moment.click();
        assertThat(page().locator("[data-testid=decided][data-phase=red]")).isVisible(SOON);
    }

    /**
     * A car whose data came after the decision was in no standing then, and is in that of the same
     * moment today.
     */
    @Test
    void showsTheStandingAsItWasKnownBesideWhatIsKnownOfItToday() {
        importInto("late", GeneratedRecording.write(folder.resolve("11.csv"), 3, 400));
        JsonNode session =
                await("laps of the first car")
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(
                                () -> platform().get("/api/v1/sessions/late"),
                                found -> found.at("/entries/0/laps").asInt() > 3);
        Instant start = Instant.parse(session.path("start").asString());
        desk().schedule("late", start, "11", "12");
        desk().decide("late", "open_session", "anna", start, "");
        importInto("late", GeneratedRecording.write(folder.resolve("12.csv"), 4, 400));
        await("laps of the second car")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        platform().get("/api/v1/sessions/late/standings").path("standings").size()
                                == 2);
        desk().decide("late", "go_green", "anna", start.plusSeconds(1), "");

        open("#/race-control/late");
        assertThat(all("standing-row")).hasCount(2, SOON_AS_MANY);
        page().keyboard().press("ArrowLeft");

        assertThat(all("standing-unknown")).containsText("car 12: place", SOON_SAYING);
        assertThat(all("standing-row")).hasCount(1);
        assertThat(all("standing-row")).containsText("11");
        page().keyboard().press("End");
        assertThat(all("standing-row")).hasCount(2, SOON_AS_MANY);
    }

    private static void importInto(String session, Path recording) {
        Program.Ended fed =
                Program.run(
                        "import",
                        recording.toString(),
                        "--session",
                        session,
                        "--server",
                        address().toString());
        assertThat(fed.code()).as(fed.err()).isZero();
    }
}
