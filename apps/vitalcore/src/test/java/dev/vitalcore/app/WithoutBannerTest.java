package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WithoutBannerTest {
    @Test
    void dropsTheBannerAndNothingElse() {
        PrintStream terminal = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try {
            String opened =
                    WithoutBanner.call(() -> {
                        System.err.println("Log configuration loaded from default internal file.");
                        System.err.println("a warning");
                        System.err.print("more\n");
                        return "opened";
                    });
            assertThat(opened).isEqualTo("opened");
            System.err.println("Log configuration loaded, says somebody later");
        } finally {
            System.setErr(terminal);
        }

        assertThat(seen.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "a warning", "more", "Log configuration loaded, says somebody later");
    }
}
