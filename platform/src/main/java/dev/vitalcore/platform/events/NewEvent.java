package dev.vitalcore.platform.events;

import java.util.UUID;

/**
 * An event that is to be appended.
 *
 * @param id the same whenever the same decision is appended again
 * @param payload as its codec wrote it; not to be changed by anybody who holds it
 * @param eventNanos when it happened, nanoseconds since the epoch; when the store took it is its
 *     own
 */
public record NewEvent(UUID id, EventType type, byte[] payload, long eventNanos, Origin origin) {
    /**
     * The largest payload; a decision is small, and everybody who folds a stream reads it whole.
     */
    public static final int PAYLOAD_LIMIT = 256 * 1024;

    public NewEvent {
        if (payload.length > PAYLOAD_LIMIT) {
            throw new IllegalArgumentException(
                    "the payload of "
                            + type
                            + " has "
                            + payload.length
                            + " bytes, the limit is "
                            + PAYLOAD_LIMIT
                            + ": keep large things in the object store and name them here");
        }
    }
}
