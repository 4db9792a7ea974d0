package dev.vitalcore.app;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A number that takes time to find out, as {@link Samples} found it last: who asks never waits.
 * Where none was found for {@link #USABLE} it is unknown. Thread-safe.
 */
final class Sampled {
    /** How long a number is told after it was found. */
    static final Duration USABLE = Duration.ofSeconds(30);

    private final LongSupplier looked;
    private final LongSupplier nanoTime;
    private volatile Found found;

    /**
     * @param looked finds it out; a call that throws has found nothing
     */
    Sampled(LongSupplier looked, LongSupplier nanoTime) {
        this.looked = looked;
        this.nanoTime = nanoTime;
        this.found = new Found(OptionalLong.empty(), nanoTime.getAsLong());
    }

    private record Found(OptionalLong number, long atNanos) {}

    /** As last found; empty before that, and where it was not found lately. */
    OptionalLong get() {
        Found last = found;
        return isOld(last) ? OptionalLong.empty() : last.number();
    }

    /** Whether all looks of the last {@link #USABLE} failed or have not ended. */
    boolean isAway() {
        return isOld(found);
    }

    /** The same for a gauge: not a number where it is unknown. */
    double gauge() {
        OptionalLong now = get();
        return now.isPresent() ? now.getAsLong() : Double.NaN;
    }

    /** Finds it out, which may take its time. */
    void look() {
        try {
            found = new Found(OptionalLong.of(looked.getAsLong()), nanoTime.getAsLong());
        } catch (RuntimeException away) {
            // It stays as it was, and grows old: the part's own failure tells why.
        }
    }

    private boolean isOld(Found last) {
        return nanoTime.getAsLong() - last.atNanos() > USABLE.toNanos();
    }
}
