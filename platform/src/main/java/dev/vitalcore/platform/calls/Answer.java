package dev.vitalcore.platform.calls;

import java.time.Instant;

/** A value with how far it can be trusted. */
public sealed interface Answer<T> {
    T value();

    /** When the value was fetched. */
    Instant at();

    /** As new as asked for. */
    record Fresh<T>(T value, Instant at) implements Answer<T> {}

    /**
     * An older value, because a newer one cannot be had.
     *
     * @param reason why
     */
    record Stale<T>(T value, Instant at, String reason) implements Answer<T> {}
}
