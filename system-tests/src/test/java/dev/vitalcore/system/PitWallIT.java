package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium against a real platform with a stored and a live session. */
class PitWallIT {
    /** A lap of about 3 km at 1,000 points. */
    private static final double SAMPLE_STEP_M = 4;

    private static final double PATIENCE_MS = 30_000;
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    private static final LocatorAssertions.IsVisibleOptions SOON_ENOUGH =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    private static final LocatorAssertions.HasCountOptions SOON_AS_MANY =
            new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);

    @TempDir private static Path folder;
    private static RunningPlatform platform;
    private static Process live;
    private static PitWallBrowser browser;

    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = PitWallBrowser.start();
        platform = RunningPlatform.start(folder);
        Path stored = GeneratedRecording.write(folder.resolve("stored.csv"), 3, 400);
        Process feed = feed(stored, "stored", "max");
        org.assertj.core.api.Assertions.assertThat(feed.waitFor(120, TimeUnit.SECONDS)).isTrue();
        live = feed(GeneratedRecording.write(folder.resolve("live.csv"), 4, 2_000), "live", "5");
        await("laps of the stored session")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        platform.get("/api/v1/sessions/stored/entries/stored/laps")
                                        .path("laps")
                                        .size()
                                > 3);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (live != null) {
            live.destroyForcibly();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = browser.open("about:blank");
    }

    @AfterEach
    void closePage() {
        page.context().close();
        browser.assertNoProblems();
    }

    @Test
    void listsSessionsAndOpensOne() {
        page.navigate(platform.address() + "/");

        Locator stored = page.locator("[data-testid=session-row][data-session=stored]");
        assertThat(stored).isVisible(SOON);
        assertThat(page.locator("[data-testid=session-row][data-session=live]"))
                .hasAttribute("data-state", "live");
        stored.click();

        assertThat(page.getByTestId("session-title")).isVisible(SOON);
        assertThat(page.getByTestId("tower-row")).hasCount(1);
        assertThat(page.getByTestId("lap-row").nth(3)).isVisible(SOON);
    }

    @Test
    void showsALiveCarMoving() {
        page.navigate(platform.address() + "/#/session/live");

        assertThat(page.locator("[data-testid=connection][data-state=live]")).isVisible(SOON);
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);
        String before = page.getByTestId("session-clock").textContent();
        await("the session clock")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !page.getByTestId("session-clock").textContent().equals(before));
        assertThat(page.locator("vc-track-map").first().getAttribute("data-dots")).isEqualTo("1");
    }

    @Test
    void seesALapAsItIsDriven() {
        page.navigate(platform.address() + "/#/session/live");
        assertThat(page.getByTestId("tower-row")).hasCount(1);
        assertThat(page.getByTestId("lap-row").first()).isVisible(SOON);
        int newest = newestLap();

        await("another lap").atMost(Duration.ofSeconds(90)).until(() -> newestLap() > newest);
    }

    /** What a car sent before it fell silent is no news, and more of it may still come. */
    @Test
    void marksTheCarThatFellSilentAmongOthers() throws Exception {
        Path lost = GeneratedRecording.write(folder.resolve("lost.csv"), 6, 2_000);
        Path heard = GeneratedRecording.write(folder.resolve("heard.csv"), 7, 2_000);
        Process silenced = feed(lost, "pair", "5");
        Process going = feed(heard, "pair", "5");
        try {
            await("both cars")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> platform.get("/api/v1/sessions/pair").path("entries").size() == 2);

            silenced.destroyForcibly();

            page.navigate(platform.address() + "/#/session/pair?car=lost&layout=0_traces");
            assertThat(page.getByTestId("stale")).isVisible(SOON_ENOUGH);
            assertThat(page.locator("vc-live-traces[data-fresh=false]")).isVisible(SOON);
            assertThat(page.locator("vc-trace-stack[data-provisional]")).isVisible(SOON);
            page.navigate(platform.address() + "/#/session/pair?car=heard&layout=0_traces");
            assertThat(page.locator("vc-live-traces[data-fresh=true]")).isVisible(SOON);
            assertThat(page.getByTestId("stale")).hasCount(0);
            page.navigate(
                    platform.address()
                            + "/#/session/pair?car=lost&layout=r500.500~0_traces~0_tower");
            page.getByTestId("tower-row")
                    .and(page.locator("[data-car=lost][data-status=silent]"))
                    .waitFor();
        } finally {
            silenced.destroyForcibly();
            going.destroyForcibly();
        }
    }

    @Test
    void linksOneCursorOverAllPanelsOfAComparison() {
        page.navigate(
                platform.address() + "/#/compare?reference=stored/stored/2&other=stored/stored/3");
        Locator panels = page.getByTestId("trace-panel");
        assertThat(page.locator("[data-testid=trace-panel][data-channel=delta]")).isVisible(SOON);
        assertThat(panels.first()).isVisible(SOON);

        panels.first().locator(".u-over").hover();

        await("one cursor")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    String cursor = panels.first().getAttribute("data-cursor-m");
                    // The readout shows the sample nearest to the cursor: half a step away at most.
                    assertThat(Double.parseDouble(cursor))
                            .isPositive()
                            .isCloseTo(
                                    cursor(), org.assertj.core.data.Offset.offset(SAMPLE_STEP_M));
                    for (Locator panel : panels.all()) {
                        assertThat(panel.getAttribute("data-cursor-m")).isEqualTo(cursor);
                    }
                });
        assertThat(page.locator("vc-track-map").first().getAttribute("data-dots")).isEqualTo("2");
        double before = cursor();
        page.keyboard().press("ArrowRight");
        await("the arrow key").atMost(Duration.ofSeconds(5)).until(() -> cursor() > before);
    }

    @Test
    void choosesChannels() {
        page.navigate(
                platform.address() + "/#/compare?reference=stored/stored/2&other=stored/stored/3");
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);
        int panels = page.getByTestId("trace-panel").count();
        Locator chosen = page.locator("[data-testid=trace-panel][data-channel=heading]");
        assertThat(chosen).hasCount(0);

        page.getByTestId("choose-channels").click();
        page.locator("[data-testid=channel-option][data-channel=heading]").click();
        page.keyboard().press("Escape");

        assertThat(chosen).isVisible(SOON);
        assertThat(page.getByTestId("trace-panel")).hasCount(panels + 1);
    }

    @Test
    void movesAPanelByKeyboardAndByMouseWithoutBuildingItAnew() {
        page.navigate(platform.address() + "/#/session/stored");
        Locator map = page.locator("vc-track-map");
        assertThat(map).isVisible(SOON);
        map.evaluate("element => element.dataset.seen = 'before'");

        tab("map").focus();
        page.keyboard().press("Shift+ArrowLeft");

        assertThat(group("map").getByTestId("dock-tab")).hasCount(2);
        drag(tab("map"), group("tower"), 0.5, 0.9);
        assertThat(group("map").getByTestId("dock-tab")).hasCount(1);
        assertThat(page.getByTestId("layout-menu")).containsText("•");
        assertThat(map).hasAttribute("data-seen", "before");
        page.reload();
        assertThat(group("map").getByTestId("dock-tab")).hasCount(1);
        assertThat(page.getByTestId("layout-menu")).containsText("•");
    }

    @Test
    void opensALinkAsItWasCopied() {
        page.navigate(platform.address() + "/#/session/stored?car=stored&lap=2");
        assertThat(page.getByTestId("lap-row").nth(3)).isVisible(SOON);
        choose("layout-menu", "Driver");
        assertThat(page.getByTestId("dock-group")).hasCount(3);
        choose("layout-menu", "Copy link");
        assertThat(page.getByTestId("layout-note")).containsText("ink");
        String link = page.url();

        Page colleague = browser.open(link);

        assertThat(colleague.getByTestId("dock-group")).hasCount(3, SOON_AS_MANY);
        assertThat(colleague.locator("[data-testid=lap-row][data-lap='2']"))
                .hasAttribute("aria-selected", "true");
        assertThat(colleague.getByTestId("tower-row")).hasCount(0);
        colleague.context().close();
    }

    @Test
    void isUsableOnAPhone() {
        page.setViewportSize(390, 844);
        page.navigate(platform.address() + "/#/session/stored");
        assertThat(page.getByTestId("tower-row")).isVisible(SOON);

        Object overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");

        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
        for (Locator tab : page.getByTestId("dock-tab").all()) {
            tab.click();
            assertThat(tab).hasAttribute("aria-selected", "true");
            assertThat(page.locator("vc-dock > [data-panel]")).hasCount(1);
        }
    }

    private Locator tab(String panel) {
        return page.locator("[data-testid=dock-tab][data-panel=" + panel + "]");
    }

    /** The group whose panel in front this is. */
    private Locator group(String panel) {
        return page.locator("[data-testid=dock-group][data-active=" + panel + "]");
    }

    private void choose(String menu, String entry) {
        page.getByTestId(menu).click();
        page.getByTestId("menu-item").filter(new Locator.FilterOptions().setHasText(entry)).click();
    }

    /** To a place within another element, in shares of its size. */
    private void drag(Locator from, Locator to, double x, double y) {
        var start = from.boundingBox();
        var end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse()
                .move(
                        end.x + x * end.width,
                        end.y + y * end.height,
                        new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
    }

    private int newestLap() {
        return page.getByTestId("lap-row").all().stream()
                .mapToInt(row -> Integer.parseInt(row.getAttribute("data-lap")))
                .max()
                .orElseThrow();
    }

    private double cursor() {
        return Double.parseDouble(page.getByTestId("cursor-readout").getAttribute("data-cursor-m"));
    }

    private static Process feed(Path recording, String session, String speed) {
        Path output = folder.resolve("feed-" + session + ".txt");
        return Program.start(
                output,
                output,
                List.of("-Xmx256m"),
                "replay",
                recording.toString(),
                "--session",
                session,
                "--speed",
                speed,
                "--server",
                platform.address().toString());
    }
}
