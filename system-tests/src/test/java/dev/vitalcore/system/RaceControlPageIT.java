package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What race control decided, in a real Chromium against a real platform: now, and as it was
 * believed.
 */
class RaceControlPageIT extends OnDecidedRaces {
    @BeforeAll
    static void decide() {
        start().story("race");
    }

    @Test
    void showsAtOnceWhatIsToBeDealtWith() {
        open("#/race-control");
        assertThat(all("audit").getByText("the other onboard shows it otherwise").first())
                .isVisible(SOON);
        all("board-row").and(page().locator("[data-session=race]")).click();

        assertThat(all("phase")).isVisible(SOON);
        assertThat(all("phase")).hasAttribute("data-phase", "green");
        assertThat(all("open-incidents")).containsText("1 open");
        assertThat(all("open-penalties")).containsText("none to serve");
        assertThat(page().locator("[data-testid=sector][data-flag=double_yellow]")).hasCount(1);
        assertThat(page().locator("[data-testid=sector]")).hasCount(9);
        assertThat(all("incident-row")).containsText("44 hit 7 at turn 5");
        assertThat(all("penalty-row")).containsText("revoked");
        assertThat(all("decision")).hasCount(8 + 1);
    }

    @Test
    void tellsOfACarWhatWasDecidedByWhomWhyAndWhenItWasRecorded() {
        open("#/race-control/race");
        page().locator("[data-testid=entry-row] [data-subject='entry/44']").click();

        Locator steps = all("history-step");
        assertThat(steps).hasCount(4);
        Locator incident = steps.nth(1);
        assertThat(incident).containsText("Incident 1, contact (44, 7): 44 hit 7 at turn 5");
        assertThat(incident).containsText("bert");
        assertThat(incident).containsText("on camera 3");
        assertThat(incident).containsText("58 min later");
        assertThat(steps.nth(3))
                .containsText("Penalty 1 revoked: the other onboard shows it otherwise");
        assertThat(page().url()).endsWith("about=entry/44");
        page().keyboard().press("Escape");
        assertThat(steps).hasCount(0);
    }

    @Test
    void stepsBackToWhatWasBelievedAndMarksWhatIsOtherwiseNow() {
        open("#/race-control/race");
        assertThat(all("phase")).isVisible(SOON);

        page().keyboard().press("ArrowLeft");
        page().keyboard().press("ArrowLeft");

        assertThat(all("known-text")).containsText("7 of 9");
        assertThat(all("penalty-row")).containsText("to serve");
        assertThat(all("penalty-row").getByTestId("now")).hasText("now revoked");
        assertThat(all("open-penalties")).containsText("1 to serve");
        assertThat(page().locator("[data-testid=sector][data-changed=true]")).hasCount(1);
        assertThat(all("unheard")).containsText("2 in force");
        assertThat(page()).hasURL(Pattern.compile(".*known=.*"));
        String link = page().url();
        page().navigate("about:blank");
        page().navigate(link);
        assertThat(all("penalty-row")).containsText("to serve");
        assertThat(all("known-text")).containsText("7 of 9");
        all("known-now").click();
        assertThat(all("known-text")).containsText("Known now");
        assertThat(all("now")).hasCount(0);
    }

    @Test
    void showsTheBoardJustAfterAnyDecision() {
        open("#/race-control/race?about=incident/1");
        all("history-step").first().getByTestId("known-here").click();

        assertThat(all("known-text")).containsText("6 of 9");
        assertThat(all("incident-row")).containsText("reported");
        assertThat(all("board-penalty").getByTestId("not-known-yet"))
                .containsText("1: now revoked");
        assertThat(page().locator("[data-testid=history-step][data-known=false]")).hasCount(2);
    }

    @Test
    void hearsOfADecisionWithoutBeingAskedAndStaysInThePast() {
        desk().story("live");
        open("#/race-control/live");
        assertThat(all("decision")).hasCount(9, SOON_AS_MANY);
        page().keyboard().press("ArrowLeft");
        assertThat(all("known-text")).containsText("8 of 9");

        desk().decide(
                        "live",
                        "show_red_flag",
                        "anna",
                        Instant.now(),
                        "'reason':'car 7 on its roof','why':'post 4 calls'");

        assertThat(all("known-text")).containsText("8 of 10", SOON_SAYING);
        assertThat(all("phase")).hasAttribute("data-phase", "green");
        assertThat(all("phase-now")).containsText("Red");
        page().keyboard().press("End");
        assertThat(all("phase")).hasAttribute("data-phase", "red");
        assertThat(all("phase")).containsText("car 7 on its roof");
    }

    @Test
    void narrowsTheDecisionsToACarAndToAKind() {
        open("#/race-control/race");
        all("narrow-car").selectOption("7");
        assertThat(all("decision")).hasCount(2);
        all("narrow-kind").selectOption("incident");
        assertThat(all("decision")).hasCount(1);
        assertThat(page()).hasURL(address() + "/#/race-control/race?car=7&kind=incident");
    }

    @Test
    void goesThroughTheDecisionsByKeys() {
        open("#/race-control/race");
        all("decision").first().focus();
        page().keyboard().press("ArrowDown");
        page().keyboard().press("ArrowDown");
        page().keyboard().press("Enter");

        assertThat(page()).hasURL(address() + "/#/race-control/race?about=penalty/1");
        assertThat(all("history-step")).hasCount(2);
    }

    @Test
    void theListOfSessionsShowsOneThatIsExpected() {
        desk().schedule("awaited", Instant.now(), "7");
        desk().open("awaited", "anna");
        for (int[] size : List.of(new int[] {1_440, 900}, new int[] {390, 844})) {
            open("", size[0], size[1]);
            Locator row =
                    page().locator("[data-testid=expected-row][data-session=awaited]:visible");
            assertThat(row).isVisible(SOON);
            assertThat(row).containsText("expected");
            assertThat(row).containsText("Race 1");
            assertThat(row.getByText("Spa").and(page().locator(":visible"))).hasCount(1);
            assertThat(row.getByText("since").and(page().locator(":visible"))).hasCount(1);
            assertThat(Accessibility.violations(page())).isEmpty();
            assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            row.click();

            assertThat(page()).hasURL(address() + "/#/race-control/awaited");
            assertThat(all("phase")).hasAttribute("data-phase", "open");
        }
    }

    @Test
    void aSessionOfWhichNothingHasComeSaysWhenItIsScheduled() {
        desk().schedule("coming", Instant.parse("2025-05-02T14:05:00Z"), "7");
        open("#/session/coming");

        assertThat(all("awaited")).containsText("Nothing has come yet", SOON_SAYING);
        assertThat(all("awaited"))
                .containsText("Race 1 at Spa, scheduled for 2025-05-02 14:05 UTC");
    }

    @Test
    void saysThatNothingWasDecidedAboutASession() {
        open("#/race-control/unheard-of");

        assertThat(all("no-decisions")).containsText("unheard-of", SOON_SAYING);
    }

    @Test
    void marksWhatItShowsAsOldWhileThePlatformDoesNotAnswer() {
        open("#/race-control/race");
        assertThat(all("freshness")).hasAttribute("data-state", "fresh");

        page().context().setOffline(true);
        assertThat(page().locator("[data-testid=freshness][data-state=stale]")).isVisible(SOON);
        assertThat(all("incident-row")).isVisible();
        page().context().setOffline(false);
        assertThat(page().locator("[data-testid=freshness][data-state=fresh]")).isVisible(SOON);
        browser().forgetUnansweredCalls();
    }

    @Test
    void canBeUsedByAll() {
        for (int[] size : List.of(new int[] {1_440, 900}, new int[] {390, 844})) {
            open("#/race-control", size[0], size[1]);
            assertThat(all("board-row").first()).isVisible(SOON);
            assertThat(Accessibility.violations(page())).isEmpty();
            page().navigate(address() + "/#/race-control/race?about=entry/44");
            assertThat(all("history-step").first()).isVisible(SOON);
            assertThat(Accessibility.violations(page())).isEmpty();
            page().keyboard().press("Home");
            assertThat(all("known-text")).containsText("1 of 9");
            assertThat(Accessibility.violations(page())).isEmpty();
            assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }
}
