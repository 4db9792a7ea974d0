package dev.vitalcore.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.BlockRules;
import dev.vitalcore.telemetry.domain.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules must not refuse what real loggers write. */
class RealRecordingTest {
    private static final long BLOCK_NANOS = 200_000_000L;

    /** A time after all recordings: 2026. */
    private static final long NOW = 1_790_000_000_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vbo/25IR05_RdAm_FP1_Run04_KO.vbo",
                "vbo/grattan_speedangle_20200830.vbo",
                "vbo/vbox3i_imu_can_100hz_stationary.VBO",
                "motec/calder_11A_20051123.ld",
                "racechrono/session_20251231_111959_tianma_lap13_v3.csv"
            })
    void takesEveryBlockOfARealRecording(String name) {
        Path file = Path.of(System.getProperty("vitalcore.recordings", "")).resolve(name);
        assumeThat(Files.exists(file))
                .as("skipped: recording %s is not there; set -Dvitalcore.recordings", file)
                .isTrue();
        BlockRules rules = new BlockRules(BlockLimits.defaults());
        SourceId source = SourceId.named(name);
        try (Recording recording = Recordings.open(file)) {
            EntryId entry = EntryId.named(new SessionId("real"), recording.car());
            SourceState state = SourceState.unseen(source, entry);
            long samples = 0;
            Iterator<TelemetryBlock> blocks = recording.blocks(source, entry, BLOCK_NANOS);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                assertThat(rules.check(block, state, NOW)).isEmpty();
                state = state.evolve(block, NOW);
                samples += block.sampleCount();
            }

            assertThat(samples).isPositive();
            assertThat(state.totals().samples()).isEqualTo(samples);
            assertThat(state.totals().ended()).isTrue();
            assertThat(state.ledger().missing().isEmpty()).isTrue();
        }
    }
}
