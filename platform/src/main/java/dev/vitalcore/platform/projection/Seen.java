package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;

/**
 * An event as a projection sees it.
 *
 * @param recorded as the store has it
 * @param event what its payload says
 */
public record Seen<E>(RecordedEvent recorded, E event) {
    public long position() {
        return recorded.position();
    }

    public StreamName stream() {
        return recorded.stream();
    }

    public long version() {
        return recorded.version();
    }

    public Origin origin() {
        return recorded.event().origin();
    }

    /** When it happened, nanoseconds since the epoch. */
    public long eventNanos() {
        return recorded.event().eventNanos();
    }

    /** When the store took it, nanoseconds since the epoch. */
    public long recordedNanos() {
        return recorded.recordedNanos();
    }
}
