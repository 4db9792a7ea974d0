package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an engineer takes out of a stored session: math channels, files, pictures, a report. */
class ToolsIT {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir private static Path folder;
    private static RunningPlatform platform;
    private static PitWallBrowser browser;

    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = PitWallBrowser.start();
        platform = RunningPlatform.start(folder);
        Path recording = GeneratedRecording.write(folder.resolve("stored.csv"), 3, 400);
        Path output = folder.resolve("feed.txt");
        Process feed =
                Program.start(
                        output,
                        output,
                        List.of("-Xmx256m"),
                        "replay",
                        recording.toString(),
                        "--session",
                        "stored",
                        "--speed",
                        "max",
                        "--server",
                        platform.address().toString());
        assertThat(feed.waitFor(120, TimeUnit.SECONDS)).isTrue();
        await("laps")
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
    void writesAMathChannelAndTracesIt() {
        open("#/session/stored?car=stored&lap=2");
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);
        page.keyboard().press("e");
        Locator expression = page.getByTestId("math-expression");
        assertThat(expression).isVisible(SOON);

        page.getByTestId("math-name").fill("speed_in_metres");
        expression.fill("speed +");

        assertThat(page.getByTestId("math-problem")).isVisible(SOON);
        expression.fill("derivative(speed)");
        assertThat(page.getByTestId("math-unit")).isVisible(SOON);
        assertThat(page.getByTestId("math-problem")).hasCount(0);
        page.getByTestId("math-save").click();
        await("the channel is kept")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        platform.get("/api/v1/math-channels").path("math_channels").size() == 1);
        assertThat(
                        platform.get(
                                        "/api/v1/sessions/stored/entries/stored/series"
                                                + "?channels=speed_in_metres&lap=2")
                                .at("/series/0/y")
                                .size())
                .isGreaterThan(100);
        page.getByTestId("math-trace").click();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-testid=trace-panel][data-channel=speed_in_metres]"))
                .isVisible(SOON);
    }

    @Test
    void exportsALap() throws Exception {
        open("#/session/stored?car=stored&lap=2");
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);
        page.keyboard().press("x");
        assertThat(page.getByTestId("export-format")).isVisible(SOON);

        Download file = page.waitForDownload(() -> page.getByTestId("export-download").click());

        List<String> rows = Files.readAllLines(file.path(), StandardCharsets.UTF_8);
        assertThat(rows).hasSizeGreaterThan(100);
        List<String> names = List.of(rows.getFirst().split(",", -1));
        assertThat(names).contains("time_s", "speed [km/h]");
        JsonNode lap =
                platform.get("/api/v1/sessions/stored/entries/stored/laps").path("laps").path(1);
        double start = lap.path("start_s").asDouble();
        double length = lap.path("time_s").asDouble();
        double first = timeOf(rows.get(1), names);
        double last = timeOf(rows.getLast(), names);
        // The rows of lap 2 and no others: a sample each 0.1 s.
        assertThat(first).isBetween(start - 0.01, start + 0.2);
        assertThat(last).isBetween(start + length - 0.2, start + length + 0.01);
    }

    @Test
    void savesAChartAsAPicture() throws Exception {
        open("#/session/stored?car=stored&lap=2");
        assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);

        Download picture =
                page.waitForDownload(
                        () -> page.locator("vc-traces-panel").getByTestId("png").click());

        byte[] bytes = Files.readAllBytes(picture.path());
        assertThat(Arrays.copyOf(bytes, PNG.length)).isEqualTo(PNG);
        assertThat(bytes.length).isGreaterThan(10_000);
        assertThat(picture.suggestedFilename()).startsWith("stored-stored").endsWith(".png");
    }

    @Test
    void printsAReport() {
        open("#/report/stored");

        assertThat(page.getByTestId("report-bests")).isVisible(SOON);
        assertThat(page.getByTestId("report-sources")).isVisible(SOON);
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.pdf().length).isGreaterThan(10_000);
    }

    private static double timeOf(String row, List<String> names) {
        return Double.parseDouble(row.split(",", -1)[names.indexOf("time_s")]);
    }

    private void open(String address) {
        page = browser.open(platform.address() + "/" + address);
    }
}
