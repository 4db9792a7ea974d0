package dev.vitalcore.platform.log;

/** Turns values into the bytes of a record and back. Thread-safe. */
public interface Codec<T> {
    byte[] encode(T value);

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when the bytes are not a value, naming the
     *     position; (unavailable) when what is needed to read them cannot be reached now
     */
    T decode(byte[] bytes);

    /**
     * The bytes under which a value is kept that came as other bytes: the very same array where it
     * is what {@link #encode} would make of the value, else that.
     *
     * @param arrived what the value was decoded from
     */
    default byte[] kept(T value, byte[] arrived) {
        return encode(value);
    }
}
