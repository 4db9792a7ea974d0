package dev.vitalcore.resilience;

import java.time.Instant;
import java.time.InstantSource;

/** The time of the start and what has passed since: does not jump when the clock is set. */
final class SteadyClock implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
