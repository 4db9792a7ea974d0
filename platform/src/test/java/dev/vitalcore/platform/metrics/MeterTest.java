package dev.vitalcore.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void addsTags() {
        assertThat(Meter.of("vitalcore_up", "whether").with("part", "log").tags())
                .containsEntry("part", "log");
    }

    @Test
    void refusesNamesThatAreNotOurs() {
        assertThatThrownBy(() -> Meter.of("vitalcore_Lag", "?")).hasMessageContaining("_Lag");
        assertThatThrownBy(() -> Meter.of("lag", "?")).hasMessageContaining("'lag'");
        assertThatThrownBy(() -> Meter.of("vitalcore_up", "?").with("Part", "log"))
                .hasMessageContaining("'Part'");
    }
}
