package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform is killed while the page looks at it; when it is back, the page is as well. */
class ReconnectIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    @TempDir private Path folder;

    @Test
    void followsAgainAfterThePlatformWasKilled() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path recording = GeneratedRecording.write(folder.resolve("drive.csv"), 5, 2_000);
        try (PitWallBrowser browser = PitWallBrowser.start();
                RunningPlatform platform = RunningPlatform.start(home)) {
            Process feed = feed(platform, recording);
            try {
                await("a lap")
                        .atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() ->
                                platform.get("/api/v1/sessions/live/entries/drive/laps")
                                                .path("laps")
                                                .size()
                                        > 1);
                Page page = browser.open(platform.address() + "/#/session/live");
                Locator state = page.getByTestId("connection");
                assertThat(page.locator("[data-testid=connection][data-state=live]"))
                        .isVisible(SOON);
                int laps = page.getByTestId("lap-row").count();

                platform.kill();

                assertThat(page.locator("[data-testid=connection][data-state=reconnecting]"))
                        .isVisible(SOON);
                assertThat(page.getByTestId("lap-row")).hasCount(laps);
                platform.startAgain();
                assertThat(page.locator("[data-testid=connection][data-state=live]"))
                        .isVisible(SOON);
                await("more laps")
                        .atMost(PATIENCE)
                        .until(() -> page.getByTestId("lap-row").count() > laps);
                assertThat(state).hasAttribute("data-state", "live");
                assertThat(page.getByTestId("trace-panel").first()).isVisible(SOON);
                browser.forgetUnansweredCalls();
                browser.assertNoProblems();
            } finally {
                feed.destroyForcibly();
            }
        }
    }

    private Process feed(RunningPlatform platform, Path recording) {
        Path output = folder.resolve("feed.txt");
        return Program.start(
                output,
                output,
                List.of("-Xmx256m"),
                "replay",
                recording.toString(),
                "--session",
                "live",
                "--speed",
                "10",
                "--server",
                platform.address().toString());
    }
}
