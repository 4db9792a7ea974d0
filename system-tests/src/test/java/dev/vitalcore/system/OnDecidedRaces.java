package dev.vitalcore.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A page on a platform where race control decides by commands. */
abstract class OnDecidedRaces {
    static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    static final LocatorAssertions.HasCountOptions SOON_AS_MANY =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);
    static final LocatorAssertions.ContainsTextOptions SOON_SAYING =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @TempDir static Path folder;
    private static RunningPlatform platform;
    private static PitWallBrowser browser;

    private Page page;

    /** Called by the suite before all of its tests. */
    static RaceControlDesk start() {
        browser = PitWallBrowser.start().withNothingRecorded();
        platform = RunningPlatform.start(folder);
        return desk();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (platform != null) {
            platform.close();
        }
        browser = null;
        platform = null;
    }

    @AfterEach
    void closePage() {
        close();
        browser.assertNoProblems();
    }

    static RunningPlatform platform() {
        return platform;
    }

    static URI address() {
        return platform.address();
    }

    static PitWallBrowser browser() {
        return browser;
    }

    static RaceControlDesk desk() {
        return new RaceControlDesk(platform);
    }

    Page page() {
        return page;
    }

    void open(String address) {
        open(address, 1_440, 900);
    }

    void open(String address, int width, int height) {
        close();
        page = browser.open(platform.address() + "/" + address, width, height);
    }

    private void close() {
        if (page != null) {
            page.context().close();
            page = null;
        }
    }

    Locator all(String part) {
        return page.getByTestId(part);
    }
}
