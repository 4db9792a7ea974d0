package dev.vitalcore.platform.log;

/** Turns values into the bytes of a record and back. Thread-safe. */
public interface Codec<T> {
    byte[] encode(T value);

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when the bytes are not a value, naming the position
     */
    T decode(byte[] bytes);
}
