package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that come out the same whenever the same thing is done again. */
public final class EventIds {
    private EventIds() {}

    /**
     * The id of the nth event that a command came to: a UUID of version 8 (RFC 9562, section 5.8)
     * from the SHA-256 of stream, key and number.
     *
     * @param number from 0
     */
    public static UUID of(StreamName stream, String key, int number) {
        byte[] digest =
                Sha256.begin()
                        .digest(
                                (stream + "\n" + number + "\n" + key)
                                        .getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(digest);
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
