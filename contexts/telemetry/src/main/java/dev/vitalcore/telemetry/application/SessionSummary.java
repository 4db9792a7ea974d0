package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SessionId;
import java.util.Optional;

/**
 * A session as the list shows it.
 *
 * @param title as its sources declare it, where they agree; else the id
 * @param startNanos event time of the first sample; where none has come yet, when the first block
 *     was recorded
 * @param durationNanos from the first sample to the last
 * @param entries how many cars
 */
public record SessionSummary(
        SessionId id,
        String title,
        Optional<String> track,
        long startNanos,
        long durationNanos,
        State state,
        int entries) {
    /** Whether more is to be expected. */
    public enum State {
        /** A source of the session is sending. */
        LIVE,
        /** Every source has ended or gone silent. */
        STORED
    }
}
