package dev.vitalcore.gateway.http;

import dev.vitalcore.gateway.BodyLimits;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies of length-prefixed blocks: 4 bytes big-endian, then as many bytes, until the body
 * ends. A length is believed only as far as bytes really come, so a body of 4 bytes cannot make the
 * server set 16 MiB aside.
 */
public final class BlockBodies {
    private static final int PREFIX = 4;
    private static final int PIECE = 64 * 1024;
    private static final int KIB = 1024;

    private final BodyLimits limits;
    private final Semaphore kibInFlight;

    public BlockBodies(BodyLimits limits) {
        this.limits = limits;
        this.kibInFlight = new Semaphore(limits.bytesInFlight() / KIB);
    }

    /**
     * Reads all blocks of a body and works on them. Their memory is accounted for until the work is
     * done.
     *
     * @throws Fault (user) when the body is not as it must be, naming the position, or cannot be
     *     read to its end; (unavailable) when too many bodies are in memory
     */
    public <T> T read(InputStream body, Work<T> work) {
        Reading reading = new Reading(body);
        try {
            return work.on(reading.blocks());
        } finally {
            kibInFlight.release(reading.reservedKib);
        }
    }

    /** What is done with the blocks of one body. */
    @FunctionalInterface
    public interface Work<T> {
        T on(List<byte[]> blocks);
    }

    /** One pass over one body. */
    private final class Reading {
        private final InputStream body;
        private long position;
        private int reservedKib;

        Reading(InputStream body) {
            this.body = body;
        }

        List<byte[]> blocks() {
            List<byte[]> blocks = new ArrayList<>();
            byte[] prefix = new byte[PREFIX];
            int read = fill(prefix, 0);
            while (read == PREFIX) {
                int length = length(prefix);
                position += PREFIX;
                blocks.add(block(length));
                read = fill(prefix, 0);
            }
            if (read > 0) {
                throw truncated(PREFIX - read);
            }
            if (blocks.isEmpty()) {
                throw Fault.user(
                        "body-empty",
                        "the body holds no block",
                        "send at least one block, each after its length");
            }
            return blocks;
        }

        private int length(byte[] prefix) {
            long length = 0;
            for (byte digit : prefix) {
                length = (length << Byte.SIZE) | (digit & 0xFF);
            }
            if (length == 0 || length > limits.blockBytes()) {
                throw Fault.user(
                        "block-length-unusable",
                        "the length at byte " + position + " says " + length + " bytes",
                        "a block has 1 to " + limits.blockBytes() + " bytes; see docs/blocks.md");
            }
            if (position + PREFIX + length > limits.requestBytes()) {
                throw Fault.user(
                        "request-too-large",
                        "the block at byte " + position + " goes beyond the limit of the body",
                        "send at most " + limits.requestBytes() + " bytes in one request");
            }
            return (int) length;
        }

        private byte[] block(int length) {
            byte[] block = new byte[Math.min(length, PIECE)];
            reserve(block.length);
            int read = 0;
            while (read < length) {
                if (read == block.length) {
                    int grown = Math.min(length, block.length * 2);
                    reserve(grown - block.length);
                    block = Arrays.copyOf(block, grown);
                }
                int count = fill(block, read);
                if (count == 0) {
                    position += read;
                    throw truncated(length - read);
                }
                read += count;
            }
            position += length;
            return block;
        }

        /** Reads until the target is full or the body ends. */
        private int fill(byte[] target, int from) {
            try {
                return body.readNBytes(target, from, target.length - from);
            } catch (IOException broken) {
                throw Fault.user(
                        "connection-broken",
                        "the body could not be read to its end",
                        "send it again",
                        broken);
            }
        }

        private void reserve(int bytes) {
            int kib = bytes / KIB + 1;
            if (!kibInFlight.tryAcquire(kib)) {
                throw Fault.unavailable(
                        "ingest-busy",
                        "the bodies of all requests together need more than "
                                + limits.bytesInFlight()
                                + " bytes",
                        "try again in a second, or send smaller bodies");
            }
            reservedKib += kib;
        }

        private Fault truncated(int missing) {
            return Fault.user(
                    "body-truncated",
                    "the body ends at byte " + position + ", " + missing + " bytes are missing",
                    "send each block whole, after its length as 4 bytes big-endian");
        }
    }
}
