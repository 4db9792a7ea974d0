package dev.vitalcore.platform.metrics;

import java.util.function.DoubleSupplier;

/**
 * Where meters are registered, once each and at the start. Thread-safe.
 *
 * <p>Suppliers are asked at each scrape, on the thread that serves it: they answer at once, from
 * what is known. What one that fails would have said is left unknown (NaN).
 */
public interface Meters {
    /** The most combinations of tags of one name; the registration of a further one is a bug. */
    int MOST_OF_A_NAME = 100;

    /** A value that goes up and down. */
    void gauge(Meter meter, DoubleSupplier value);

    /** A number that somebody else counts and that only grows. */
    void total(Meter meter, DoubleSupplier count);

    /** A number that only grows, to be counted by the caller. */
    Counter counter(Meter meter);

    /** Counts; any thread. */
    @FunctionalInterface
    interface Counter {
        void add(long count);

        default void increment() {
            add(1);
        }
    }
}
