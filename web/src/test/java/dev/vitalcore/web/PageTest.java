package dev.vitalcore.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the jar offers to the gateway: a page that is whole and asks nobody else. */
class PageTest {
    private static final String ROOT = "/META-INF/resources/";
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)");

    @Test
    void everyFileThatThePageNamesIsInTheJar() {
        String page = read("index.html");

        var references = REFERENCE.matcher(page).results().map(match -> match.group(1)).toList();

        assertThat(references)
                .contains("main.js", "page.css", "favicon.svg")
                .allSatisfy(file -> assertThat(read(file)).as(file).isNotBlank());
    }

    @Test
    void thePageHasNoScriptOfItsOwnSoThatAStrictPolicyHolds() {
        String page = read("index.html");

        assertThat(INLINE_SCRIPT.matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("style=", "onclick=");
    }

    @Test
    void theBundleHoldsEveryViewAndNoEval() {
        String bundle = read("main.js");

        assertThat(bundle)
                .contains("vc-session-list", "vc-session-view", "vc-compare-view")
                .doesNotContain("eval(", "new Function(");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(read("index.html") + read("page.css")).doesNotContain("http:", "https:", "//");
    }

    private static String read(String file) {
        try (InputStream in = PageTest.class.getResourceAsStream(ROOT + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new AssertionError("unreadable: " + file, cause);
        }
    }
}
