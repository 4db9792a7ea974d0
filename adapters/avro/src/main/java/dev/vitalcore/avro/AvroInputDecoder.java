package dev.vitalcore.avro;

import java.nio.ByteBuffer;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Lets Avro's own readers read through {@link AvroInput}, so that its bounds hold for them too: no
 * count is believed that has no bytes to it. Not thread-safe; one use.
 */
final class AvroInputDecoder extends Decoder {
    private static final String FIELD = "a field";

    private final AvroInput in;

    AvroInputDecoder(AvroInput in) {
        this.in = in;
    }

    @Override
    public void readNull() {
        // takes no bytes
    }

    @Override
    public boolean readBoolean() {
        return in.readBoolean(FIELD);
    }

    @Override
    public int readInt() {
        return in.readInt(FIELD);
    }

    @Override
    public long readLong() {
        return in.readLong(FIELD);
    }

    @Override
    public float readFloat() {
        return in.readFloat(FIELD);
    }

    @Override
    public double readDouble() {
        return in.readDouble(FIELD);
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) {
        return new Utf8(readString());
    }

    @Override
    public String readString() {
        return in.readText(FIELD);
    }

    @Override
    public void skipString() {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) {
        return ByteBuffer.wrap(in.readBytes(FIELD, WireLimits.VALUE_BYTES));
    }

    @Override
    public void skipBytes() {
        in.skipBytes(FIELD, WireLimits.VALUE_BYTES);
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) {
        in.readFixed(FIELD, bytes, start, length);
    }

    @Override
    public void skipFixed(int length) {
        in.skipFixed(FIELD, length);
    }

    @Override
    public int readEnum() {
        return in.readInt(FIELD);
    }

    @Override
    public long readArrayStart() {
        return in.readArrayBlock(FIELD, WireLimits.VALUE_BYTES, 1);
    }

    @Override
    public long arrayNext() {
        return readArrayStart();
    }

    @Override
    public long skipArray() {
        return readArrayStart();
    }

    @Override
    public long readMapStart() {
        return readArrayStart();
    }

    @Override
    public long mapNext() {
        return readArrayStart();
    }

    @Override
    public long skipMap() {
        return readArrayStart();
    }

    @Override
    public int readIndex() {
        return in.readInt(FIELD);
    }
}
