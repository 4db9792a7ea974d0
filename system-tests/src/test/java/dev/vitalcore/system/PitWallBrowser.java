package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium; what goes wrong in its pages is remembered. */
final class PitWallBrowser implements AutoCloseable {
    private static final Optional<Path> CHROMIUM = onPath("chromium", "chromium-browser");

    /** As the browser writes where a call went: with a line and a column behind it. */
    private static final Pattern SESSION_ITSELF =
            Pattern.compile("/api/v1/sessions/[^/?#:]+(:\\d+:\\d+)?$");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile boolean nothingRecorded;

    private PitWallBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the suite, loudly, where there is none. */
    static PitWallBrowser start() {
        Assumptions.assumeTrue(
                CHROMIUM.isPresent(),
                "SKIPPED: no chromium is on the PATH; apt-get install chromium");
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new PitWallBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM.orElseThrow())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--no-first-run"))));
    }

    /** Its pages are about sessions of which no sample comes. */
    PitWallBrowser withNothingRecorded() {
        nothingRecorded = true;
        return this;
    }

    Page open(String address) {
        return open(address, 1440, 900);
    }

    /** A page of its own, with nothing remembered of others. */
    Page open(String address, int width, int height) {
        Page page =
                browser.newContext(
                                new Browser.NewContextOptions()
                                        .setAcceptDownloads(true)
                                        .setViewportSize(width, height))
                        .newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isNothingRecordedYet(message)) {
                problems.add(message.text());
            }
        });
        page.navigate(address);
        return page;
    }

    /** The page asks for a session until it has samples; the browser itself reports each 404. */
    private boolean isNothingRecordedYet(ConsoleMessage message) {
        return nothingRecorded
                && message.text().contains("status of 404")
                && SESSION_ITSELF.matcher(message.location()).find();
    }

    /** What the pages complained of since the last call. */
    void assertNoProblems() {
        List<String> found = List.copyOf(problems);
        problems.clear();
        assertThat(found).as("errors of the page").isEmpty();
    }

    /**
     * Where a test takes the platform away on purpose: what the browser itself says of calls that
     * met no server.
     */
    void forgetUnansweredCalls() {
        problems.removeIf(problem ->
                problem.contains("net::ERR_") || problem.startsWith("Failed to load resource"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> onPath(String... names) {
        String folders = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(folders.split(File.pathSeparator))
                                .filter(folder -> !folder.isEmpty())
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
