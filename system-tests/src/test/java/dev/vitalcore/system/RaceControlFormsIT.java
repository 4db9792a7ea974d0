package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions that are taken on the page. */
class RaceControlFormsIT extends OnDecidedRaces {
    @BeforeAll
    static void begin() {
        start();
    }

    @Test
    void takesADecisionAndSaysWhatStandsAgainstOne() {
        desk().story("office");
        open("#/race-control/office?about=incident/1");
        all("command-acknowledge_incident").click();
        all("field-who").fill("dora");
        all("field-why").fill("seen on the replay");
        all("command-send").click();
        assertThat(all("incident-row")).containsText("acknowledged by dora");
        assertThat(all("history-step").last()).containsText("seen on the replay");

        all("command-impose_penalty").click();
        assertThat(all("field-who")).hasValue("dora");
        all("field-car").selectOption("7");
        all("field-kind").selectOption("time");
        all("field-amount").fill("4000");
        all("field-reason").fill("avoidable contact");
        all("command-send").click();
        assertThat(all("command-refused")).containsText("1 to 3600");
        all("field-kind").selectOption("reprimand");
        assertThat(all("command-refused")).hasCount(0);
        all("field-kind").selectOption("time");
        all("field-amount").fill("5");
        all("command-send").click();

        assertThat(all("penalty-row").first()).containsText("5 s");
        assertThat(all("penalty-row")).hasCount(2);
        assertThat(Accessibility.violations(page())).isEmpty();
        page().keyboard().press("ArrowLeft");
        assertThat(page().locator("[data-testid^=command-]:visible")).hasCount(0);
        browser().forgetUnansweredCalls();
    }

    /** The answer to the first form comes while another one is open. */
    @Test
    void theAnswerToAFormThatWasLeftSaysNothingAboutTheNextOne() {
        desk().story("slow");
        open("#/race-control/slow?about=incident/1");
        List<Route> held = new CopyOnWriteArrayList<>();
        page().route("**/sessions/slow/commands", held::add);
        all("command-acknowledge_incident").click();
        all("field-who").fill("dora");
        all("command-send").click();
        assertThat(all("command-send")).hasText("Sending");
        all("command-close").click();

        all("command-impose_penalty").click();
        assertThat(all("command-send")).isEnabled();
        held.getFirst().resume();

        assertThat(all("incident-row")).containsText("acknowledged by dora", SOON_SAYING);
        assertThat(all("command-dialog")).isVisible();
        assertThat(all("command-send")).isEnabled();
        assertThat(all("command-refused")).hasCount(0);
    }

    @Test
    void aProtestIsLodgedAtTheResultAndDecided() {
        Instant start = Instant.now().minusSeconds(600);
        desk().schedule("finished", start, "7", "44");
        desk().decide("finished", "open_session", "anna", start, "");
        desk().decide("finished", "go_green", "anna", start, "");
        desk().decide("finished", "show_chequered_flag", "anna", start.plusSeconds(500), "");
        desk().decide(
                        "finished",
                        "publish_provisional_result",
                        "anna",
                        start.plusSeconds(510),
                        "'classification':[" + line(1, "7") + "," + line(2, "44") + "]");
        open("#/race-control/finished?about=result");
        all("command-lodge_protest").first().click();
        all("field-who").fill("secretary");
        all("field-by").fill("Team 44");
        all("field-against").selectOption("7");
        all("field-ground").fill("wing too wide");
        all("command-send").click();

        assertThat(all("protest-row")).containsText("Team 44 · wing too wide");
        assertThat(all("result-state")).containsText(", 1 protest undecided");
        all("protest-row").click();
        all("command-decide_protest").click();
        all("field-reason").fill("within the measure");
        all("command-send").click();
        assertThat(all("protest-row")).containsText("dismissed: within the measure");
    }

    private static String line(int position, String car) {
        return "{'position':%d,'car':'%s','laps':20,'time_s':500.5,'penalty_s':0,"
                        .formatted(position, car)
                + "'finish':'classified'}";
    }
}
