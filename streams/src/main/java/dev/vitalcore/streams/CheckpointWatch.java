package dev.vitalcore.streams;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells when checkpoints have failed for so long that somebody should look. The job itself goes on
 * without them, so nothing else would show it.
 *
 * @param startedMillis when this run began, which stands for the first checkpoint
 * @param limit for how long there may be none
 */
record CheckpointWatch(long startedMillis, Duration limit) {
    private static final int INTERVALS = 10;

    /** However short the interval: a busy machine is not a full disk. */
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(30);

    static CheckpointWatch of(long startedMillis, Duration interval) {
        Duration limit = interval.multipliedBy(INTERVALS);
        return new CheckpointWatch(
                startedMillis, limit.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : limit);
    }

    SpeedLayer.Status status(JobHealth.Running running, String origin, long nowMillis) {
        Optional<Duration> age = running.checkpointAge(nowMillis);
        Duration without = age.orElse(Duration.ofMillis(nowMillis - startedMillis));
        if (without.compareTo(limit) <= 0) {
            return new SpeedLayer.Status(SpeedLayer.State.RUNNING, origin, age);
        }
        String detail =
                "no checkpoint for "
                        + without.toSeconds()
                        + " s: see that the disk has room; after a crash as much is done again; "
                        + origin;
        return new SpeedLayer.Status(SpeedLayer.State.CHECKPOINTS_STALE, detail, age);
    }
}
