package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A page on a live race in which every car has driven three laps. */
abstract class OnALiveRace {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @TempDir private static Path folder;
    private static RunningPlatform platform;
    private static PitWallBrowser browser;
    private static String session;
    private static int cars;

    private Page page;

    /** Called by the suite before all of its tests. */
    static void race(int ofCars, String... options) {
        cars = ofCars;
        browser = PitWallBrowser.start();
        List<String> all = new ArrayList<>(List.of("--cars", Integer.toString(ofCars)));
        all.addAll(List.of(options));
        platform = RunningPlatform.demo(folder, all.toArray(String[]::new));
        await("three laps of each car")
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(OnALiveRace::haveThreeLaps);
    }

    private static boolean haveThreeLaps() {
        JsonNode sessions = platform.get("/api/v1/sessions").path("sessions");
        session = sessions.path(0).path("id").asString();
        JsonNode entries = platform.get("/api/v1/sessions/" + session).path("entries");
        return entries.size() == cars
                && entries.valueStream().allMatch(car -> car.path("laps").asInt() >= 3);
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

    @BeforeAll
    static void nothingYet() {
        platform = null;
        browser = null;
    }

    @AfterEach
    void closePage() {
        if (page != null) {
            page.context().close();
        }
        browser.assertNoProblems();
    }

    static int cars() {
        return cars;
    }

    static String session() {
        return session;
    }

    static JsonNode get(String path) {
        return platform.get(path);
    }

    /**
     * @param address after that of the platform, such as {@code #/session/ID}
     */
    Page open(String address) {
        page = browser.open(platform.address() + "/" + address);
        return page;
    }

    /** The session, live. */
    Page openLive() {
        return openLive("");
    }

    /**
     * @param query of the session's address, with its question mark, such as {@code ?car=7}
     */
    Page openLive(String query) {
        open("#/session/" + session + query);
        assertThat(page.locator("[data-testid=connection][data-state=live]")).isVisible(SOON);
        return page;
    }

    Page page() {
        return page;
    }

    Locator all(String testId) {
        return page.getByTestId(testId);
    }

    void seek(double atS) {
        page.getByTestId("scrub")
                .evaluate(
                        "(slider, at) => { slider.value = at;"
                                + " slider.dispatchEvent(new Event('input', {bubbles: true})); }",
                        Double.toString(atS));
    }

    double cursor() {
        return Double.parseDouble(page.getByTestId("cursor").getAttribute("data-at"));
    }

    double end() {
        return Double.parseDouble(page.getByTestId("scrub").getAttribute("max"));
    }

    static JsonNode lapsOf(String car) {
        return platform.get("/api/v1/sessions/" + session + "/entries/" + car + "/laps")
                .path("laps");
    }
}
