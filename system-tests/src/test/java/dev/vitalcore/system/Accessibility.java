package dev.vitalcore.system;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a page with axe, within its shadow roots too, against WCAG 2.1 A and AA. */
final class Accessibility {
    private static final String AXE = read();

    private Accessibility() {}

    /** What axe finds wrong: rule, how bad it is, and the first elements that it is about. */
    static List<String> violations(Page page) {
        page.evaluate(AXE);
        Object found =
                page.evaluate(
                        """
                        async () => {
                          const result = await axe.run(document, {
                            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
                          });
                          if (result.passes.length === 0) {
                            throw new Error('axe looked at nothing');
                          }
                          return JSON.stringify(result.violations.map(({ id, impact, help, nodes }) => ({
                            id, impact, help, at: nodes.slice(0, 3).map((node) => node.target.flat().join(' > ')),
                          })));
                        }
                        """);
        JsonNode violations = JsonMapper.shared().readTree(found.toString());
        return violations
                .valueStream()
                .map(each ->
                        "%s (%s): %s at %s"
                                .formatted(
                                        each.path("id").asString(),
                                        each.path("impact").asString(),
                                        each.path("help").asString(),
                                        each.path("at")))
                .toList();
    }

    private static String read() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
