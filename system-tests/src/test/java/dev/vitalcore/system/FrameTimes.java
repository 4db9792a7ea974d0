package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures, and asserts nothing of time: how evenly the page draws with 20 cars, in the layout that
 * it opens with and with 20 panels, how much of that is the page's own work, how long a cursor
 * takes to all panels, and when a stored session is first painted. Run by {@code
 * system-tests/frame-times}; no part of the tests.
 */
class FrameTimes {
    private static final String TWENTY_PANELS =
            "r250.250.250.250"
                    + "~c200.200.200.200.200~0_tower~0_timing~0_laps~0_warnings~0_sources"
                    + "~c400.150.150.150.150~0_traces~0_histogram~0_scatter~0_gg~0_engine"
                    + "~c200.200.200.200.200~0_map~0_lap-evolution~0_stints~0_gaps~0_wheels"
                    + "~c200.200.200.200.200~0_race-control~0_weather~0_laps.2~0_gg.2~0_histogram.2";

    private static final String MEASURE =
            """
            (seconds) => new Promise((done) => {
              const steps = [];
              let before = performance.now();
              const end = before + 1000 * seconds;
              const step = () => {
                const now = performance.now();
                steps.push(now - before);
                before = now;
                if (now < end) { requestAnimationFrame(step); } else { done(JSON.stringify(steps)); }
              };
              requestAnimationFrame(step);
            })
            """;

    private static final String POINT =
            """
            async () => {
              const deep = (root, name) => {
                for (const each of root.querySelectorAll('*')) {
                  if (each.localName === name) { return each; }
                  const found = each.shadowRoot && deep(each.shadowRoot, name);
                  if (found) { return found; }
                }
                return null;
              };
              const store = deep(document, 'vc-session-view').store;
              const times = [];
              for (let i = 0; i < 60; i++) {
                const began = performance.now();
                store.point(store.now_s - 30 + i / 4);
                times.push(performance.now() - began);
                await new Promise((next) => requestAnimationFrame(next));
              }
              store.point(null);
              return JSON.stringify(times);
            }
            """;

    private static final String FIRST_PAINT =
            "Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)";

    @TempDir private Path folder;

    @Test
    void ofTwentyCarsAndTwentyPanels() {
        try (PitWallBrowser browser = PitWallBrowser.start();
                RunningPlatform platform =
                        RunningPlatform.demo(folder, "--cars", "20", "--laps", "30")) {
            await("all cars")
                    .atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> sessions(platform).path("entries").asInt() == 20);
            String address =
                    platform.address() + "/#/session/" + sessions(platform).path("id").asString();
            measure(browser.open(address, 1440, 900));
            measure(browser.open(address + "?layout=" + TWENTY_PANELS, 1920, 1080));
        }
    }

    private static void measure(Page page) {
        assertThat(page.getByTestId("tower-row").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.waitForTimeout(60_000);
        int panels = page.locator("vc-dock > [data-panel]").count();
        PageWork work = PageWork.watch(page);
        Object frames = page.evaluate(MEASURE, 20);
        print("frames, ms, " + panels + " panels", frames);
        work.print(JsonMapper.shared().readTree(frames.toString()).size());
        print("cursor to all panels, script, ms", page.evaluate(POINT));
        page.context().close();
    }

    /**
     * The first page of a process reads its classes and fills its caches; the others show what is
     * usual.
     */
    @Test
    void ofTheFirstPaint() throws Exception {
        try (PitWallBrowser browser = PitWallBrowser.start();
                RunningPlatform platform = RunningPlatform.start(folder)) {
            Path recording = GeneratedRecording.write(folder.resolve("stored.csv"), 10, 400);
            Path output = folder.resolve("feed.txt");
            Program.start(
                            output,
                            output,
                            List.of("-Xmx256m"),
                            "import",
                            recording.toString(),
                            "--session",
                            "stored",
                            "--server",
                            platform.address().toString())
                    .waitFor(120, TimeUnit.SECONDS);
            await("laps")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> sessions(platform).path("entries").asInt() == 1);
            for (int i = 0; i < 6; i++) {
                Page page = browser.open(platform.address() + "/#/session/stored");
                assertThat(page.getByTestId("trace-panel").first()).isVisible();
                System.out.printf(
                        "page %d of the process: first contentful paint %s ms, traces after %s ms%n",
                        i + 1,
                        page.evaluate(FIRST_PAINT),
                        page.evaluate("Math.round(performance.now())"));
                page.context().close();
            }
        }
    }

    private static JsonNode sessions(RunningPlatform platform) {
        return platform.get("/api/v1/sessions").path("sessions").path(0);
    }

    private static void print(String what, Object json) {
        double[] sorted =
                JsonMapper.shared()
                        .readTree(json.toString())
                        .valueStream()
                        .mapToDouble(JsonNode::asDouble)
                        .sorted()
                        .toArray();
        System.out.printf(
                "%-34s p50 %6.1f   p95 %6.1f   p99 %6.1f   of %d%n",
                what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
