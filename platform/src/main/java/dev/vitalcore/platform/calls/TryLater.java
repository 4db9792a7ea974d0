package dev.vitalcore.platform.calls;

import java.io.IOException;
import java.time.Duration;

/** What is called said when it wants to be called again (HTTP's {@code Retry-After}). */
public final class TryLater extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    public TryLater(String message, Duration after) {
        super(message);
        this.after = after;
    }

    public Duration after() {
        return after;
    }
}
