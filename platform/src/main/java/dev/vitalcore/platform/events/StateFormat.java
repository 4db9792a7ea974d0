package dev.vitalcore.platform.events;

/**
 * Turns states into bytes for snapshots, and back. Thread-safe.
 *
 * @param <S> the states
 */
public interface StateFormat<S> {
    /** Another name wherever what is written, or what it means, is another. */
    String name();

    byte[] write(S state);

    /**
     * @throws IllegalArgumentException when the bytes are no such state
     */
    S read(byte[] state);
}
