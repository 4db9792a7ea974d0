package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A link of the chain that runs through a stream: SHA-256 over the link before it and all that the
 * store keeps of the event. Who changes, removes, inserts or moves an event has to make anew every
 * link after it. The first link follows on the digest of the stream's name, so a stream cannot be
 * passed off as another.
 *
 * <pre>
 *  digest( link before            32 bytes
 *        | position               8 bytes, big endian, as all numbers
 *        | version                8
 *        | recorded time          8
 *        | event time             8
 *        | event id               16
 *        | schema version         4
 *        | type                   4 bytes of length, then UTF-8; so the next five
 *        | who | why | correlation | causation
 *        | payload                4 bytes of length, then the bytes )
 * </pre>
 */
public final class ChainHash {
    private static final int BYTES = 32;
    private static final int NUMBERS = 4 * Long.BYTES + 2 * Long.BYTES + Integer.BYTES;

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What the first event of a stream is linked to. */
    public static ChainHash before(StreamName stream) {
        return new ChainHash(
                Sha256.begin().digest(("vitalcore/1:" + stream).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @throws IllegalArgumentException when they are not 32 bytes
     */
    public static ChainHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "a link has " + BYTES + " bytes, not " + bytes.length);
        }
        return new ChainHash(bytes.clone());
    }

    /** The link of the next event of the stream. */
    public ChainHash next(long position, long version, long recordedNanos, NewEvent event) {
        MessageDigest digest = Sha256.begin();
        digest.update(bytes);
        digest.update(
                ByteBuffer.allocate(NUMBERS)
                        .putLong(position)
                        .putLong(version)
                        .putLong(recordedNanos)
                        .putLong(event.eventNanos())
                        .putLong(event.id().getMostSignificantBits())
                        .putLong(event.id().getLeastSignificantBits())
                        .putInt(event.type().version())
                        .flip());
        Origin origin = event.origin();
        update(digest, event.type().name().getBytes(StandardCharsets.UTF_8));
        update(digest, origin.who().getBytes(StandardCharsets.UTF_8));
        update(digest, origin.why().getBytes(StandardCharsets.UTF_8));
        update(digest, origin.correlation().getBytes(StandardCharsets.UTF_8));
        update(digest, origin.causation().getBytes(StandardCharsets.UTF_8));
        update(digest, event.payload());
        return new ChainHash(digest.digest());
    }

    /** The link that the event must have, as it follows on this one. */
    public ChainHash next(RecordedEvent event) {
        return next(event.position(), event.version(), event.recordedNanos(), event.event());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static void update(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
        digest.update(field);
    }
}
