package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionRaceControlTest {
    private final KeptSamples kept = new KeptSamples(EntryId.trackside(SESSION));

    @Test
    void whoWouldWaitTooLongForTheQuestionBeforeIsTurnedAway() {
        for (int second = 0; second < 300; second++) {
            kept.put("flag", START + second * SECOND, 1);
        }
        CountDownLatch settling = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        kept.whenSettling(() -> {
            settling.countDown();
            await(settled);
        });
        SessionRaceControl raceControl = new SessionRaceControl(kept, SESSION, Duration.ZERO);
        CompletableFuture<RaceControlRecord> first =
                CompletableFuture.supplyAsync(() -> raceControl.until(stand()));
        await(settling);

        Fault refused = catchThrowableOfType(Fault.class, () -> raceControl.until(stand()));
        settled.countDown();

        assertThat(refused.code()).isEqualTo("busy");
        assertThat(refused.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(first.join().between(START, START + SECOND, 10).total()).isEqualTo(1);
        assertThat(raceControl.until(stand()).between(START, START + SECOND, 10).total())
                .isEqualTo(1);
    }

    private TracksideStand stand() {
        return new TracksideStand(
                START, kept.lastNanos(), Map.of("posts flag", kept.lastNanos()), Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
