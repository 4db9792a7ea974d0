package dev.vitalcore.resilience;

import java.time.Duration;

/** Waits between attempts. */
@FunctionalInterface
public interface Pauses {
    void pause(Duration length) throws InterruptedException;
}
