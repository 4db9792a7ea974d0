package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void carriesWhatTheFaultSays() {
        assertThat(Problem.of(Fault.user("lap-unusable", "lap 'x'", "give a number")))
                .isEqualTo(
                        new Problem(
                                "urn:vitalcore:problem:lap-unusable",
                                "Lap unusable",
                                400,
                                "lap 'x'",
                                "give a number"));
    }

    @Test
    void takesTheStatusFromWhoHasToAct() {
        assertThat(Problem.of(Fault.user("session-unknown", "d", "r")).status()).isEqualTo(404);
        assertThat(Problem.of(Fault.user("channel-unknown", "d", "r")).status()).isEqualTo(404);
        assertThat(Problem.of(Fault.user("request-too-large", "d", "r")).status()).isEqualTo(413);
        assertThat(Problem.of(Fault.conflict("c", "d", "r")).status()).isEqualTo(409);
        assertThat(Problem.of(Fault.unavailable("c", "d", "r")).status()).isEqualTo(503);
    }

    @Test
    void asksToTryAgainOnlyWhereThatHelps() {
        assertThat(Problem.of(Fault.unavailable("c", "d", "r")).worthTryingAgain()).isTrue();
        assertThat(Problem.of(Fault.conflict("c", "d", "r")).worthTryingAgain()).isFalse();
    }

    @Test
    void saysWhenToTryAgainWhereThatIsKnown() {
        Fault fault = Fault.unavailable("c", "d", "r");

        assertThat(Problem.retryAfter(fault)).isEqualTo("1");
        assertThat(Problem.retryAfter(fault.retryAfter(Duration.ofMillis(11_200)))).isEqualTo("12");
        assertThat(Problem.retryAfter(fault.retryAfter(Duration.ZERO))).isEqualTo("1");
    }
}
