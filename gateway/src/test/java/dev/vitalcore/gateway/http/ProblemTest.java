package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
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
}
