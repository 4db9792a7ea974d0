package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long the state of an entry is kept. */
class EntryLifeTest extends TimingFunctionFixture {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void theStateIsGoneSomeTimeAfterTheLastBlockOfEverySource() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        assertThat(operator.numKeyedStateEntries()).isPositive();

        operator.setProcessingTime(HOUR);

        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    void theStateStaysWhileOneSourceOfTheEntryIsOpen() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        feed(TestBlocks.recording("second-logger", "race/7", 20).getFirst());

        operator.setProcessingTime(4 * HOUR);
        assertThat(operator.numKeyedStateEntries()).isPositive();

        operator.setProcessingTime(5 * HOUR);
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aLateBlockProlongsTheLifeButDoesNotOpenTheSourceAgain() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        operator.setProcessingTime(HOUR / 2);
        feed(RECORDING.get(4));

        operator.setProcessingTime(HOUR);
        assertThat(operator.numKeyedStateEntries()).isPositive();

        operator.setProcessingTime(HOUR + HOUR / 2);
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void theLifeOfAnEntryGoesOnAfterARestart() throws Exception {
        for (TelemetryBlock block : RECORDING) {
            feed(block);
        }
        restart(operator.snapshot(1, 1));
        assertThat(operator.numKeyedStateEntries()).isPositive();

        operator.setProcessingTime(HOUR);

        assertThat(operator.numKeyedStateEntries()).isZero();
    }
}
