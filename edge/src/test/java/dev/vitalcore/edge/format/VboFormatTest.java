package dev.vitalcore.edge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.edge.RealRecordings;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.EpochNanos;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VboFormatTest {
    private static final String RUN_04 = "vbo/25IR05_RdAm_FP1_Run04_KO.vbo";

    @Test
    void readsEveryRowOfARealRecording() {
        Samples run = Samples.of(RealRecordings.file(RUN_04));

        assertThat(run.rows(0)).isEqualTo(10_401);
        assertThat(run.layout().groups()).hasSize(1);
        assertThat(run.layout().groups().getFirst().channels()).hasSize(32);
        assertThat(run.layout().groups().getFirst().periodNanos()).isEqualTo(40_000_000);
        assertThat(EpochNanos.toInstant(run.times(0)[0]))
                .isEqualTo(Instant.parse("2025-08-01T19:43:33.680Z"));
        assertThat(run.max("speed")).isCloseTo(286.7, within(0.05));
        assertThat(run.max("engine_speed")).isEqualTo(8505);
        assertThat(run.channel("latitude")[0]).isCloseTo(43.7966306, within(1e-9));
        assertThat(run.channel("longitude")[0]).isCloseTo(-87.989782, within(1e-9));
        assertThat(run.warnings()).hasSize(1);
    }
}
