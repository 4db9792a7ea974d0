package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Avro binary (Avro specification 1.12, 'Binary Encoding') into a growing array. Columns are
 * copied as a whole: Avro's floats and doubles are little-endian, as is the memory of the machines
 * that this runs on. Not thread-safe; one use.
 */
final class AvroOutput {
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes;
    private int position;

    AvroOutput(int capacity) {
        this.bytes = new byte[Math.max(capacity, 64)];
    }

    void writeByte(int value) {
        room(1);
        bytes[position++] = (byte) value;
    }

    /** Not Avro: Confluent's head has the number of the schema so. */
    void writeBigEndian(int value) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            writeByte(value >>> shift);
        }
    }

    void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /**
     * An int, a long, an enum's or a union's index: zigzag, then seven bits a byte, lowest first.
     */
    void writeLong(long value) {
        room(LONGEST_VARINT);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    /**
     * The schema lists an enum's symbols in the order of the constants; a test holds both to it.
     */
    @SuppressWarnings("EnumOrdinal")
    void writeEnum(Enum<?> value) {
        writeLong(value.ordinal());
    }

    void writeDouble(double value) {
        room(Double.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[position++] = (byte) (bits >>> shift);
        }
    }

    void writeText(String text) {
        writeText(text, WireLimits.TEXT);
    }

    /**
     * @param limit the most characters
     */
    void writeText(String text, int limit) {
        if (text.length() > limit) {
            throw tooLarge("a text of " + text.length() + " characters", limit);
        }
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(byte[] value) {
        writeLong(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
    }

    /** Begins an array of so many items; {@link #endArray()} follows the last of them. */
    void beginArray(int count) {
        if (count > 0) {
            writeLong(count);
        }
    }

    void endArray() {
        writeLong(0);
    }

    void writeLongs(Iterable<Long> values, int count) {
        beginArray(count);
        for (long value : values) {
            writeLong(value);
        }
        endArray();
    }

    /**
     * An array of longs: the first as it is, each further one as its difference to the one before.
     */
    void writeDeltas(long[] values) {
        beginArray(values.length);
        long previous = 0;
        for (long value : values) {
            writeLong(value - previous);
            previous = value;
        }
        endArray();
    }

    void writeFloats(float[] values) {
        beginArray(values.length);
        room(values.length * Float.BYTES);
        tail().asFloatBuffer().put(values);
        position += values.length * Float.BYTES;
        endArray();
    }

    void writeDoubles(double[] values) {
        beginArray(values.length);
        room(values.length * Double.BYTES);
        tail().asDoubleBuffer().put(values);
        position += values.length * Double.BYTES;
        endArray();
    }

    byte[] toBytes() {
        if (position > WireLimits.VALUE_BYTES) {
            throw tooLarge("a value of " + position + " bytes", WireLimits.VALUE_BYTES);
        }
        return Arrays.copyOf(bytes, position);
    }

    static Fault tooLarge(String what, int limit) {
        return Fault.user(
                "value-too-large",
                what + " cannot be sent: the limit is " + limit,
                "send smaller pieces, e.g. blocks of less time");
    }

    private ByteBuffer tail() {
        return ByteBuffer.wrap(bytes, position, bytes.length - position)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private void room(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }
}
