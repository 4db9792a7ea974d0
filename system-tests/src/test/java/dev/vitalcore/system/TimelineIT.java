package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The one timeline, on a live race of six cars: whoever moves the cursor moves every view. */
class TimelineIT {
    private static final int CARS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @TempDir private static Path folder;
    private static RunningPlatform platform;
    private static PitWallBrowser browser;
    private static String session;

    private Page page;

    @BeforeAll
    static void start() {
        browser = PitWallBrowser.start();
        platform =
                RunningPlatform.demo(
                        folder, "--cars", "6", "--laps", "40", "--speed", "4", "--seed", "7");
        await("a lap of each car")
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> {
                    JsonNode sessions = platform.get("/api/v1/sessions").path("sessions");
                    session = sessions.path(0).path("id").asString();
                    JsonNode entries = platform.get("/api/v1/sessions/" + session).path("entries");
                    return entries.size() == CARS
                            && entries.valueStream().allMatch(car -> car.path("laps").asInt() >= 3);
                });
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void closePage() {
        if (page != null) {
            page.context().close();
        }
        browser.assertNoProblems();
    }

    @Test
    void pausesWhileTheRaceGoesOn() {
        openLive();

        page.getByTestId("play").click();

        double at = cursor();
        double end = end();
        await("the race goes on").atMost(PATIENCE).until(() -> end() > end + 5);
        assertThat(cursor()).isEqualTo(at);
        assertThat(page.getByTestId("connection")).hasAttribute("data-state", "behind");
        page.getByTestId("back-to-now").click();
        await("the cursor follows again").atMost(PATIENCE).until(() -> end() - cursor() < 3);
        assertThat(page.getByTestId("connection")).hasAttribute("data-state", "live");
    }

    /** Who opens the page late has the whole session: where the cars were before is fetched. */
    @Test
    void takesALateJoinerBackToTheBeginning() {
        openLive();

        seek(60);

        assertThat(cursor()).isEqualTo(60);
        await("where the cars were")
                .atMost(PATIENCE)
                .until(() -> Integer.toString(CARS).equals(map().getAttribute("data-dots")));
        assertThat(page.getByTestId("tower-row")).hasCount(CARS);
        Locator laps = page.getByTestId("lap-row");
        assertThat(laps).hasCount(lapsUntil(selectedCar(), 60));
        await("what was traced")
                .atMost(PATIENCE)
                .until(() -> page.locator("vc-live-traces").getAttribute("data-drawn") != null);
        page.keyboard().press("Home");
        assertThat(cursor()).isZero();
        assertThat(laps).hasCount(0);
    }

    @Test
    void playsThePastAtSpeed() {
        openLive();
        seek(20);

        page.getByTestId("rate").selectOption("5");

        double before = cursor();
        long began = System.nanoTime();
        await("five seconds more").atMost(PATIENCE).until(() -> cursor() > before + 5);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(cursor()).isLessThan(before + 5 * (seconds + 2) + 5);
        page.getByTestId("play").click();
        double held = cursor();
        page.keyboard().press(".");
        assertThat(cursor()).isCloseTo(held + 0.1, within(0.011));
    }

    /** A delay holds for all: no lap is shown that ended after the cursor. */
    @Test
    void delaysEverything() {
        openLive();

        page.getByTestId("delay").selectOption("30");

        await("thirty seconds behind")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(end() - cursor()).isCloseTo(30, within(4.0)));
        double before = cursor();
        await("it runs on").atMost(PATIENCE).until(() -> cursor() > before + 4);
        page.getByTestId("play").click();
        assertThat(page.getByTestId("lap-row")).hasCount(lapsUntil(selectedCar(), cursor()));
    }

    @Test
    void linksThePointerOfAllPanelsAndTheMap() {
        openLive();
        seek(90);
        Locator panels = page.getByTestId("trace-panel");
        assertThat(panels.first()).isVisible(SOON);
        page.waitForTimeout(500);

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
                    assertThat(page.locator("vc-car-map").getAttribute("data-pointer-s"))
                            .isEqualTo(at);
                });
    }

    @Test
    void goesFromLapToLapByKeys() {
        openLive();
        JsonNode laps = lapsOf(selectedCar());
        double second = laps.path(1).path("start_s").asDouble();
        seek(second - 10);

        page.keyboard().press("]");

        assertThat(cursor()).isCloseTo(second, within(0.06));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Race", "Engineer", "Driver", "Analysis"})
    void canBeUsedByAll(String layout) {
        openLive();
        page.getByTestId("play").click();
        page.getByTestId("layout-menu").click();
        page.getByTestId("menu-item")
                .filter(new Locator.FilterOptions().setHasText(layout))
                .first()
                .click();
        page.waitForTimeout(2_000);

        assertThat(Accessibility.violations(page)).isEmpty();
    }

    @Test
    void listAndComparisonCanBeUsedByAll() {
        page = browser.open(platform.address() + "/");
        assertThat(page.getByTestId("session-row").first()).isVisible(SOON);
        assertThat(Accessibility.violations(page)).isEmpty();
        String lap = session + "/1/";
        page.navigate(platform.address() + "/#/compare?reference=" + lap + "2&other=" + lap + "3");
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);

        assertThat(Accessibility.violations(page)).isEmpty();
    }

    private void openLive() {
        page = browser.open(platform.address() + "/#/session/" + session);
        assertThat(page.locator("[data-testid=connection][data-state=live]")).isVisible(SOON);
        assertThat(page.getByTestId("tower-row")).hasCount(CARS);
    }

    private void seek(double atS) {
        page.getByTestId("scrub")
                .evaluate(
                        "(slider, at) => { slider.value = at;"
                                + " slider.dispatchEvent(new Event('input', {bubbles: true})); }",
                        Double.toString(atS));
    }

    private double cursor() {
        return Double.parseDouble(page.getByTestId("cursor").getAttribute("data-at"));
    }

    private double end() {
        return Double.parseDouble(page.getByTestId("scrub").getAttribute("max"));
    }

    private Locator map() {
        return page.locator("vc-track-map").first();
    }

    private String selectedCar() {
        return page.locator("[data-testid=tower-row][aria-selected=true]").getAttribute("data-car");
    }

    private JsonNode lapsOf(String car) {
        return platform.get("/api/v1/sessions/" + session + "/entries/" + car + "/laps")
                .path("laps");
    }

    private int lapsUntil(String car, double atS) {
        return (int)
                lapsOf(car)
                        .valueStream()
                        .filter(lap -> lap.path("time_s").isNumber())
                        .filter(lap ->
                                lap.path("start_s").asDouble() + lap.path("time_s").asDouble()
                                        <= atS)
                        .count();
    }
}
