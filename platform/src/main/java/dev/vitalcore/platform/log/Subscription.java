package dev.vitalcore.platform.log;

import java.util.Optional;

/** A running reader. */
public interface Subscription extends AutoCloseable {
    /** Why the last batch failed; empty while all goes well. */
    Optional<String> failure();

    /** Records appended but not yet handled, over all partitions, as last known. */
    long lag();

    /** Stops after the batch in hand; waits for it, at most some seconds. */
    @Override
    void close();
}
