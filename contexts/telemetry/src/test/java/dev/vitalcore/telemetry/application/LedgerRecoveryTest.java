package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.SourceState;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LedgerRecoveryTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final byte[][] TWO = {BLOCKS.encode(block(0)), BLOCKS.encode(block(1))};
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Or a block that the log has would be taken for new when it comes again. */
    @Test
    void waitsForALogThatIsSlowToAnswer() throws InterruptedException {
        Collection<SourceState> found = recover(LateLog.of(Topics.BLOCKS, TWO), LONG);

        assertThat(found)
                .extracting(state -> state.ledger().arrived().toString())
                .containsExactly("0-1");
    }

    @Test
    void failsWhereTheLogGivesNothingForLong() {
        assertThatThrownBy(() -> recover(LateLog.of(Topics.BLOCKS, TWO).die(), SHORT))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("log-unreadable"));
    }

    @Test
    void doesNotWaitForWhatTheLogHasForgotten() throws InterruptedException {
        assertThat(recover(LateLog.thatForgot(2, Topics.BLOCKS, TWO), SHORT)).isEmpty();
    }

    private static Collection<SourceState> recover(LateLog log, Duration patience)
            throws InterruptedException {
        BlockProgress nothing = new BlockProgress(Map.of(), Map.of());
        return new LedgerRecovery(log, BLOCKS, nothing, patience).run(new CountDownLatch(1));
    }
}
