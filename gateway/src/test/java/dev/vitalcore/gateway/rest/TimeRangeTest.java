package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final TimeRange RANGE =
            new TimeRange(1.5, 3, 1_500_000_000, 3 * EpochNanos.PER_SECOND);

    @Test
    void saysInSecondsWhichRangeIsTooLongAndKeepsTheRemedy() {
        Fault tooFar =
                Fault.user(SeriesStore.TOO_MANY_ROWS, "'slow' looks far", "leave 'slow' out");

        Fault refused = refusal(tooFar);

        assertThat(refused.code()).isEqualTo("too-many-rows");
        assertThat(refused.text())
                .isEqualTo("the range from 1.5 s to 3 s is too long: 'slow' looks far");
        assertThat(refused.remedy()).isEqualTo("leave 'slow' out");
    }

    @Test
    void leavesOtherRefusalsAsTheyAre() {
        Fault other = Fault.user("channel-unknown", "there is no 'slow'", "ask for another");

        assertThat(refusal(other)).isSameAs(other);
    }

    private static Fault refusal(Fault of) {
        return catchThrowableOfType(
                Fault.class,
                () ->
                        RANGE.read((from, to) -> {
                            throw of;
                        }));
    }
}
