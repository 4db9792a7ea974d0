package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.EpochNanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @Test
    void theFirstEventIsDueAtOnceAndLaterOnesByTheirDistance() {
        Pace pace = Pace.parse("10");

        assertThat(pace.untilDue(5 * EpochNanos.PER_SECOND)).isNotPositive();
        assertThat(pace.untilDue(3_605 * EpochNanos.PER_SECOND))
                .isPositive()
                .isLessThanOrEqualTo(360 * EpochNanos.PER_SECOND);
    }

    @Test
    void maxNeverWaits() {
        Pace pace = Pace.parse("max");

        assertThat(pace.untilDue(0)).isZero();
        assertThat(pace.untilDue(Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "fast", "", "1e9"})
    void refusesASpeedThatIsNone(String speed) {
        assertThatThrownBy(() -> Pace.parse(speed))
                .isInstanceOfSatisfying(
                        WrongUsage.class,
                        wrong -> {
                            assertThat(wrong.text()).contains("--speed '" + speed + "'");
                            assertThat(wrong.remedy()).contains("max");
                        });
    }
}
