package dev.vitalcore.app;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A number that takes time to find out, as it was last found: who asks never waits. Asked again
 * after a second, it is looked up beside, one look at a time; while that does not end or fails the
 * number grows old, and beyond {@link #USABLE} it is told as unknown. Thread-safe.
 */
final class Sampled {
    /** How old a number may be that is told. */
    static final Duration USABLE = Duration.ofSeconds(30);

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier looked;
    private final LongSupplier nanoTime;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Found found;

    Sampled(LongSupplier looked) {
        this(looked, System::nanoTime);
    }

    Sampled(LongSupplier looked, LongSupplier nanoTime) {
        this.looked = looked;
        this.nanoTime = nanoTime;
        this.found = new Found(OptionalLong.empty(), nanoTime.getAsLong() - FRESH_NANOS);
    }

    private record Found(OptionalLong number, long atNanos) {}

    /** As last found; empty where it was not found lately. */
    OptionalLong get() {
        Found last = found;
        long age = nanoTime.getAsLong() - last.atNanos();
        if (age >= FRESH_NANOS && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sample").start(this::look);
        }
        return age > USABLE.toNanos() ? OptionalLong.empty() : last.number();
    }

    /** Whether it was ever found. */
    boolean wasFound() {
        return found.number().isPresent();
    }

    /** The same for a gauge: not a number where it is unknown. */
    double gauge() {
        OptionalLong now = get();
        return now.isPresent() ? now.getAsLong() : Double.NaN;
    }

    private void look() {
        try {
            found = new Found(OptionalLong.of(looked.getAsLong()), nanoTime.getAsLong());
        } catch (RuntimeException away) {
            // It stays as it was, and grows old: the part's own failure tells why.
        } finally {
            looking.set(false);
        }
    }
}
