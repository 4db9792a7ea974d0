package dev.vitalcore.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallPolicyTest {
    private static final CallPolicy.Breaker BREAKER =
            new CallPolicy.Breaker(10, 5, 50, Duration.ofSeconds(3), 80, Duration.ofSeconds(30), 2);

    private static CallPolicy named(String name) {
        return new CallPolicy(
                name,
                new CallPolicy.Purpose("forecast", "none"),
                Duration.ofSeconds(5),
                new CallPolicy.Places(2, Duration.ofSeconds(1)),
                new CallPolicy.Attempts(3, Duration.ofMillis(200), Duration.ofSeconds(1)),
                BREAKER,
                CallPolicy.Fallback.NONE);
    }

    @Test
    void tellsWhatACallerWaitsAtMost() {
        assertThat(named("forecast").longest()).isEqualTo(Duration.ofSeconds(3 * 6 + 2));
    }

    @Test
    void refusesAnUnusableNameAndSaysWhich() {
        assertThatThrownBy(() -> named("Forecast of weather"))
                .hasMessageContaining("'Forecast of weather'");
    }

    @Test
    void refusesAShareBeyondAll() {
        assertThatThrownBy(() ->
                        new CallPolicy.Breaker(
                                10, 5, 101, Duration.ofSeconds(3), 80, Duration.ofSeconds(30), 2))
                .hasMessageContaining("101");
    }
}
