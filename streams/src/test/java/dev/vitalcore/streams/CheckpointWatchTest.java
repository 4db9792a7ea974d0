package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckpointWatchTest {
    private static final long START = 1_000_000;
    private static final long TEN_INTERVALS = 50_000;
    private static final CheckpointWatch WATCH = CheckpointWatch.of(START, Duration.ofSeconds(5));

    @Test
    void aRecentCheckpointIsNotWorthAWord() {
        SpeedLayer.Status status = status(Optional.of(START), START + TEN_INTERVALS);

        assertThat(status.state()).isEqualTo(SpeedLayer.State.RUNNING);
        assertThat(status.detail()).isEqualTo("resumed from chk-7");
        assertThat(status.checkpointAge()).contains(Duration.ofMillis(TEN_INTERVALS));
    }

    @Test
    void aCheckpointOlderThanTenIntervalsIsStale() {
        SpeedLayer.Status status = status(Optional.of(START + 7), START + TEN_INTERVALS + 8);

        assertThat(status.state()).isEqualTo(SpeedLayer.State.CHECKPOINTS_STALE);
        assertThat(status.detail())
                .startsWith("no checkpoint for 50 s")
                .endsWith("resumed from chk-7");
    }

    @Test
    void beforeTheFirstCheckpointTheTimeSinceTheStartCounts() {
        assertThat(status(Optional.empty(), START + TEN_INTERVALS).state())
                .isEqualTo(SpeedLayer.State.RUNNING);

        SpeedLayer.Status late = status(Optional.empty(), START + TEN_INTERVALS + 1);

        assertThat(late.state()).isEqualTo(SpeedLayer.State.CHECKPOINTS_STALE);
        assertThat(late.checkpointAge()).isEmpty();
    }

    @Test
    void aShortIntervalDoesNotCryWolf() {
        assertThat(CheckpointWatch.of(START, Duration.ofMillis(200)).limit())
                .isEqualTo(Duration.ofSeconds(30));
    }

    private static SpeedLayer.Status status(Optional<Long> lastCheckpoint, long now) {
        return WATCH.status(new JobHealth.Running(lastCheckpoint), "resumed from chk-7", now);
    }
}
