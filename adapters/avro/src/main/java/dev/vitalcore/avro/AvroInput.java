package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads Avro binary that may be hostile. Every count is checked against its limit and against the
 * bytes that are left before memory is taken for it, so a value costs memory in proportion to its
 * size. Arrays may come in several blocks and with byte sizes, as the Avro specification allows to
 * writers. Not thread-safe; one use.
 */
final class AvroInput {
    private static final int LONGEST_VARINT_SHIFT = 63;

    private final String what;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int end;
    private int position;

    /**
     * @param what the kind of value for messages and codes, e.g. {@code block}
     * @param from the first byte to read
     * @param end the byte after the last one
     */
    AvroInput(String what, byte[] bytes, int from, int end) {
        this.what = what;
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.position = from;
        this.end = end;
    }

    int position() {
        return position;
    }

    /** What {@link #position()} counts in; shared, and must not be changed. */
    byte[] bytes() {
        return bytes;
    }

    boolean readBoolean(String field) {
        int value = readByte(field);
        if (value != 0 && value != 1) {
            throw undecodable(field + " is " + value + " where 0 or 1 is due");
        }
        return value == 1;
    }

    long readLong(String field) {
        long raw = 0;
        for (int shift = 0; shift <= LONGEST_VARINT_SHIFT; shift += 7) {
            int next = readByte(field);
            raw |= (next & 0x7FL) << shift;
            if ((next & 0x80) == 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw undecodable(field + " is a number of more than 10 bytes");
    }

    int readInt(String field) {
        long value = readLong(field);
        if (value != (int) value) {
            throw undecodable(field + " is " + value + ", beyond 32 bits");
        }
        return (int) value;
    }

    /** A union's or an enum's index. */
    int readIndex(String field, int choices) {
        long index = readLong(field);
        if (index < 0 || index >= choices) {
            throw undecodable(field + " is choice " + index + " of " + choices);
        }
        return (int) index;
    }

    /**
     * @param symbols the constants of the enum in their order, which is the schema's
     */
    <E extends Enum<E>> E readEnum(String field, E[] symbols) {
        return symbols[readIndex(field, symbols.length)];
    }

    float readFloat(String field) {
        need(field, Float.BYTES);
        float value = buffer.getFloat(position);
        position += Float.BYTES;
        return value;
    }

    double readDouble(String field) {
        need(field, Double.BYTES);
        double value = buffer.getDouble(position);
        position += Double.BYTES;
        return value;
    }

    String readText(String field) {
        return readText(field, WireLimits.TEXT);
    }

    /**
     * @param limit the most characters
     */
    String readText(String field, int limit) {
        int length = readLength(field, limit * 4);
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, position, length))
                            .toString();
            if (text.length() > limit) {
                throw beyond(field, text.length(), limit);
            }
            position += length;
            return text;
        } catch (CharacterCodingException e) {
            throw undecodable(field + " is not UTF-8");
        }
    }

    /** Reads the length of a byte string and steps over the bytes; gives the length. */
    int skipBytes(String field, int limit) {
        int length = readLength(field, limit);
        position += length;
        return length;
    }

    byte[] readBytes(String field, int limit) {
        int length = skipBytes(field, limit);
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    void readFixed(String field, byte[] into, int start, int length) {
        skipFixed(field, length);
        System.arraycopy(bytes, position - length, into, start, length);
    }

    void skipFixed(String field, int length) {
        need(field, length);
        position += length;
    }

    <T> List<T> readList(String field, int limit, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int count = readArrayBlock(field, limit, 1); count > 0; ) {
            for (int i = 0; i < count; i++) {
                items.add(item.get());
            }
            count = readArrayBlock(field, limit - items.size(), 1);
        }
        return items;
    }

    /** The counterpart of {@link AvroOutput#writeDeltas}. */
    long[] readDeltas(String field, int limit) {
        long[] values = new long[0];
        long value = 0;
        int filled = 0;
        for (int count = readArrayBlock(field, limit, 1); count > 0; ) {
            values = withRoomFor(filled + count, values, limit);
            for (int i = 0; i < count; i++) {
                value += readLong(field);
                values[filled++] = value;
            }
            count = readArrayBlock(field, limit - filled, 1);
        }
        return filled == values.length ? values : Arrays.copyOf(values, filled);
    }

    /** Grows by doubling, since the array may come in very small blocks. */
    private static long[] withRoomFor(int size, long[] values, int limit) {
        return size <= values.length
                ? values
                : Arrays.copyOf(values, Math.max(size, Math.min(limit, 2 * values.length)));
    }

    /** Reads exactly so many floats. */
    float[] readFloats(String field, int size) {
        need(field, (long) size * Float.BYTES);
        float[] values = new float[size];
        int filled = 0;
        for (int count = readArrayBlock(field, size, Float.BYTES); count > 0; ) {
            buffer.slice(position, count * Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values, filled, count);
            position += count * Float.BYTES;
            filled += count;
            count = readArrayBlock(field, size - filled, Float.BYTES);
        }
        requireFilled(field, size, filled);
        return values;
    }

    /** Reads exactly so many doubles. */
    double[] readDoubles(String field, int size) {
        need(field, (long) size * Double.BYTES);
        double[] values = new double[size];
        int filled = 0;
        for (int count = readArrayBlock(field, size, Double.BYTES); count > 0; ) {
            buffer.slice(position, count * Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values, filled, count);
            position += count * Double.BYTES;
            filled += count;
            count = readArrayBlock(field, size - filled, Double.BYTES);
        }
        requireFilled(field, size, filled);
        return values;
    }

    /** Whether all has been read: where a field that was added later is absent. */
    boolean atEnd() {
        return position == end;
    }

    void requireEnd() {
        if (position != end) {
            throw undecodable((end - position) + " bytes follow the value");
        }
    }

    Fault undecodable(String reason) {
        return Fault.user(
                what + "-undecodable",
                what + " is undecodable at byte " + position + ": " + reason,
                "send the format of docs/blocks.md");
    }

    /** Reads the head of an array's next block: its number of items, 0 after the last block. */
    int readArrayBlock(String field, int limit, int narrowestItem) {
        long count = readLong(field);
        if (count < 0) {
            count = -count;
            readLong(field); // the block's size in bytes, for readers that step over it
        }
        if (count < 0 || count > limit) {
            throw beyond(field, count, limit);
        }
        need(field, count * narrowestItem);
        return (int) count;
    }

    private int readLength(String field, int limit) {
        long length = readLong(field);
        if (length < 0 || length > limit) {
            throw beyond(field, length, limit);
        }
        need(field, length);
        return (int) length;
    }

    private int readByte(String field) {
        need(field, 1);
        return bytes[position++] & 0xFF;
    }

    private void need(String field, long count) {
        if (end - position < count) {
            throw undecodable(
                    field + " needs " + count + " bytes, " + (end - position) + " are left");
        }
    }

    private void requireFilled(String field, int size, int filled) {
        if (filled != size) {
            throw undecodable(field + " has " + filled + " values for " + size + " rows");
        }
    }

    private Fault beyond(String field, long size, long limit) {
        return undecodable(field + " has size " + size + ", the limit is " + limit);
    }
}
