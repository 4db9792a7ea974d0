package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.telemetry.domain.GroupSpan;
import dev.vitalcore.telemetry.domain.TimeFence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FenceTextTest {
    @Test
    void readsWhatItWrote() {
        TimeFence fence =
                new TimeFence(
                        Map.of(
                                "speed", new GroupSpan(4, 10, Long.MAX_VALUE),
                                "wheel-speed_1.5", new GroupSpan(0, 0, 0)));

        assertThat(FenceText.write(fence))
                .isEqualTo("speed:4:10:9223372036854775807 wheel-speed_1.5:0:0:0");
        assertThat(FenceText.read(FenceText.write(fence))).isEqualTo(fence);
    }

    @Test
    void readsAFenceOfASourceWithoutSamples() {
        assertThat(FenceText.read(FenceText.write(TimeFence.NONE))).isEqualTo(TimeFence.NONE);
    }
}
