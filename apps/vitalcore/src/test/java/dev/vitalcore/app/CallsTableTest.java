package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.calls.CallPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/calls.md says what the code does. */
class CallsTableTest {
    @Test
    void theTableOfGuardedCallsIsThatOfTheCode() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("../../docs/calls.md")).stream()
                        .dropWhile(line -> !line.startsWith("| call | time limit"))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(2)
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        CallPolicies.all().stream().map(CallsTableTest::row).toList());
    }

    private static String row(CallPolicy policy) {
        CallPolicy.Breaker breaker = policy.breaker();
        return "| "
                + String.join(
                        " | ",
                        "`" + policy.name() + "`",
                        seconds(policy.timeLimit()),
                        Integer.toString(policy.places().most()),
                        seconds(policy.places().patience()),
                        Integer.toString(policy.attempts().most()),
                        pauses(policy.attempts()),
                        Integer.toString(breaker.failedPercent()),
                        seconds(breaker.slow()),
                        Integer.toString(breaker.slowPercent()),
                        Integer.toString(breaker.window()),
                        Integer.toString(breaker.least()),
                        seconds(breaker.openFor()),
                        Integer.toString(breaker.trials()),
                        seconds(policy.longest()),
                        fallback(policy.fallback()))
                + " |";
    }

    private static String pauses(CallPolicy.Attempts attempts) {
        return attempts.most() == 1
                ? "–"
                : seconds(attempts.firstPause()) + " to " + seconds(attempts.longestPause());
    }

    private static String fallback(CallPolicy.Fallback fallback) {
        return switch (fallback) {
            case NONE -> "503";
            case LAST_GOOD -> "last good value";
        };
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
