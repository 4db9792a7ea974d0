package dev.vitalcore.avro;

import dev.vitalcore.kernel.Fault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Blocks one after another in a stream, as {@code POST /blocks} takes them: the length in four
 * bytes, big-endian, then the block.
 */
public final class BlockFrames {
    private BlockFrames() {}

    public static void write(OutputStream out, byte[] block) throws IOException {
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(block.length).array());
        out.write(block);
    }

    /**
     * Reads the next block's bytes; empty at the end of the stream.
     *
     * @throws Fault (user) when the length is absurd or the stream ends within a frame
     */
    public static Optional<byte[]> next(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        try {
            DataInputStream data = new DataInputStream(in);
            int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
            if (length < 0 || length > WireLimits.VALUE_BYTES) {
                throw unreadable(
                        "a frame of "
                                + Integer.toUnsignedString(length)
                                + " bytes, the limit is "
                                + WireLimits.VALUE_BYTES);
            }
            byte[] block = in.readNBytes(length);
            if (block.length < length) {
                throw unreadable("a frame of " + length + " bytes ends after " + block.length);
            }
            return Optional.of(block);
        } catch (EOFException e) {
            throw unreadable("the stream ends within a frame's length");
        }
    }

    private static Fault unreadable(String reason) {
        return Fault.user(
                "frames-unreadable",
                "the blocks cannot be told apart: " + reason,
                "put each block's length before it in 4 bytes, big-endian (docs/blocks.md)");
    }
}
