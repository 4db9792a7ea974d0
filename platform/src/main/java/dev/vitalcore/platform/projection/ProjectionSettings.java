package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.EventStore;
import java.time.Duration;

/**
 * How a projection is run.
 *
 * @param rebuildBatch events of one transaction of a rebuild: more are faster, and keep others that
 *     write to the same database waiting longer
 * @param parkedLimit streams that may be parked in one generation; with one more it stops, for then
 *     it is not the events that are wrong
 * @param retryPause before a rebuild tries again what the database or the store did not take
 */
public record ProjectionSettings(int rebuildBatch, int parkedLimit, Duration retryPause) {
    /** What suits daily use. */
    public static final ProjectionSettings DEFAULT =
            new ProjectionSettings(EventStore.READ_LIMIT, 100, Duration.ofMillis(500));

    public ProjectionSettings {
        if (rebuildBatch < 1 || rebuildBatch > EventStore.READ_LIMIT) {
            throw new IllegalArgumentException(
                    "a rebuild in batches of "
                            + rebuildBatch
                            + " events is not possible: 1 to "
                            + EventStore.READ_LIMIT);
        }
        if (parkedLimit < 0 || parkedLimit > 10_000) {
            throw new IllegalArgumentException(
                    parkedLimit + " parked streams are not possible: 0 to 10000");
        }
    }
}
