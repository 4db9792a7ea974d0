package dev.vitalcore.platform.events;

/**
 * Turns the events of a context into what the store keeps, and back. Thread-safe.
 *
 * @param <E> the events of the context
 */
public interface EventFormat<E> {
    EventType typeOf(E event);

    byte[] write(E event);

    /** When it happened, nanoseconds since the epoch. */
    long eventNanos(E event);

    /**
     * Reads what any version of the schema has written.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when the bytes are no such event
     */
    E read(EventType type, byte[] payload);
}
