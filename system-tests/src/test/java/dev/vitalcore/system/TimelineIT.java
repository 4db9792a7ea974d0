package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The one timeline, on a live race of six cars: whoever moves the cursor moves every view. */
class TimelineIT extends OnALiveRace {
    private static final int CARS = 6;

    @BeforeAll
    static void start() {
        race(CARS, "--laps", "40", "--speed", "4", "--seed", "7");
    }

    @Test
    void pausesWhileTheRaceGoesOn() {
        openLive();

        all("play").click();

        double at = cursor();
        double end = end();
        await("the race goes on").atMost(PATIENCE).until(() -> end() > end + 5);
        assertThat(cursor()).isEqualTo(at);
        assertThat(all("connection")).hasAttribute("data-state", "behind");
        all("back-to-now").click();
        await("the cursor follows again").atMost(PATIENCE).until(() -> end() - cursor() < 3);
        assertThat(all("connection")).hasAttribute("data-state", "live");
    }

    /** Who opens the page late has the whole session: where the cars were before is fetched. */
    @Test
    void takesALateJoinerBackToTheBeginning() {
        openLive();

        seek(60);

        assertThat(cursor()).isEqualTo(60);
        assertThat(all("tower-row")).hasCount(CARS);
        Locator laps = all("lap-row");
        assertThat(laps).hasCount(lapsUntil(selectedCar(), 60));
        await("where the cars were")
                .atMost(PATIENCE)
                .until(() -> Integer.toString(CARS).equals(map().getAttribute("data-dots")));
        await("what was traced")
                .atMost(PATIENCE)
                .until(() -> page().locator("vc-live-traces").getAttribute("data-drawn") != null);
        page().keyboard().press("Home");
        assertThat(cursor()).isZero();
        assertThat(laps).hasCount(0);
    }

    @Test
    void playsThePastAtSpeed() {
        openLive();
        seek(20);

        all("rate").selectOption("5");

        double before = cursor();
        long began = System.nanoTime();
        await("twenty seconds more").atMost(PATIENCE).until(() -> cursor() > before + 20);
        double seconds = (System.nanoTime() - began) / 1e9;
        // At once the time of the race it would have taken twenty seconds of the wall.
        assertThat(seconds).isBetween(3.5, 15.0);
        all("play").click();
        double held = cursor();
        page().keyboard().press(".");
        assertThat(cursor()).isCloseTo(held + 0.1, within(0.011));
    }

    /**
     * What ended, was shown or was said after the cursor is not there; as soon as the cursor is
     * past it, it is.
     */
    @Test
    void showsNothingThatCameAfterTheCursor() {
        openLive();
        JsonNode lap = lapsOf(selectedCar()).path(2);
        JsonNode control = get("/api/v1/sessions/" + session() + "/race-control");
        JsonNode said = control.path("messages").path(0);

        seek(endOf(lap) - 0.5);

        assertThat(all("lap-row")).hasCount(2);
        seek(endOf(lap) + 0.5);
        assertThat(all("lap-row")).hasCount(3);
        Locator told = all("race-control").locator("li");
        seek(said.path("at_s").asDouble() + 0.5);
        assertThat(told).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        seek(said.path("at_s").asDouble() - 0.5);
        assertThat(told).hasCount(0);
    }

    @Test
    void staysLateByTheDelayAndRunsOn() {
        openLive();

        all("delay").selectOption("30");

        await("thirty seconds behind")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(end() - cursor()).isCloseTo(30, within(4.0)));
        double before = cursor();
        await("it runs on").atMost(PATIENCE).until(() -> cursor() > before + 4);
        all("play").click();
        assertThat(all("lap-row")).hasCount(lapsUntil(selectedCar(), cursor()));
    }

    @Test
    void linksThePointerOfAllPanelsAndTheMap() {
        openLive();
        seek(90);
        Locator panels = all("trace-panel");
        assertThat(panels.first()).isVisible(SOON);
        assertThat(page().locator("vc-live-traces[data-drawn]")).isVisible(SOON);

        panels.first().locator(".u-over").hover();

        await("one moment for all")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    String at = panels.first().getAttribute("data-cursor-s");
                    assertThat(at).isNotNull();
                    assertThat(panels.count()).isGreaterThan(3);
                    for (Locator panel : panels.all()) {
                        assertThat(panel.getAttribute("data-cursor-s")).isEqualTo(at);
                    }
                    assertThat(page().locator("vc-car-map").getAttribute("data-pointer-s"))
                            .isEqualTo(at);
                });
    }

    @Test
    void goesFromLapToLapByKeys() {
        openLive();
        JsonNode laps = lapsOf(selectedCar());
        double second = laps.path(1).path("start_s").asDouble();
        seek(second - 10);

        page().keyboard().press("]");

        assertThat(cursor()).isCloseTo(second, within(0.06));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Race", "Engineer", "Driver", "Analysis"})
    void canBeUsedByAll(String layout) {
        openLive();
        all("play").click();
        all("layout-menu").click();
        all("menu-item").filter(new Locator.FilterOptions().setHasText(layout)).first().click();
        page().waitForTimeout(2_000);

        assertThat(Accessibility.violations(page())).isEmpty();
    }

    @Test
    void listAndComparisonCanBeUsedByAll() {
        open("");
        assertThat(all("session-row").first()).isVisible(SOON);
        assertThat(Accessibility.violations(page())).isEmpty();
        String lap = session() + "/1/";
        open("#/compare?reference=" + lap + "2&other=" + lap + "3");
        assertThat(all("trace-panel").first()).isVisible(SOON);

        assertThat(Accessibility.violations(page())).isEmpty();
    }

    private Locator map() {
        return page().locator("vc-track-map").first();
    }

    private String selectedCar() {
        return page().locator("[data-testid=tower-row][aria-selected=true]")
                .getAttribute("data-car");
    }

    private int lapsUntil(String car, double atS) {
        return (int)
                lapsOf(car)
                        .valueStream()
                        .filter(lap -> lap.path("time_s").isNumber())
                        .filter(lap -> endOf(lap) <= atS)
                        .count();
    }

    private static double endOf(JsonNode lap) {
        return lap.path("start_s").asDouble() + lap.path("time_s").asDouble();
    }
}
