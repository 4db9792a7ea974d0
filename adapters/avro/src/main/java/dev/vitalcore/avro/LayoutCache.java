package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.Layout;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Spares the parsing and writing of layouts: each block carries its layout, but a source sends the
 * same one for hours. Equal bytes give the same {@link Layout} object. A checksum finds the
 * candidate, the comparison of all bytes decides, so a collision costs time, never truth.
 *
 * <p>Bounded by the bytes it holds, with a fixed charge for each layout: when foreign layouts fill
 * it, it is emptied and fills again with what is in use. Thread-safe.
 */
final class LayoutCache {
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** What the objects around a layout take at least, charged beside its bytes. */
    private static final long OVERHEAD_BYTES = 512;

    private final Map<Integer, Known> byChecksum = new ConcurrentHashMap<>();
    private final Map<Identity, byte[]> byIdentity = new ConcurrentHashMap<>();
    private final AtomicLong heldBytes = new AtomicLong();

    /** The bytes of a layout; the array is shared and must not be changed. */
    byte[] bytesOf(Layout layout) {
        Identity key = new Identity(layout);
        byte[] known = byIdentity.get(key);
        if (known != null) {
            return known;
        }
        byte[] written = LayoutFormat.write(layout);
        hold(OVERHEAD_BYTES + written.length);
        byIdentity.put(key, written);
        return written;
    }

    /** The layout that stands in {@code bytes} from {@code from} to before {@code to}. */
    Layout layoutAt(String what, byte[] bytes, int from, int to) {
        Integer checksum = checksum(bytes, from, to);
        @Nullable Known known = byChecksum.get(checksum);
        if (known != null && known.isAt(bytes, from, to)) {
            return known.layout;
        }
        Layout layout = LayoutFormat.read(new AvroInput(what, bytes, from, to));
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        hold(OVERHEAD_BYTES + 2L * copy.length);
        byChecksum.put(checksum, new Known(copy, layout));
        byIdentity.put(new Identity(layout), copy);
        return layout;
    }

    long heldBytes() {
        return heldBytes.get();
    }

    private void hold(long more) {
        if (heldBytes.addAndGet(more) > MOST_BYTES) {
            byChecksum.clear();
            byIdentity.clear();
            heldBytes.set(more);
        }
    }

    private static int checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    private record Known(byte[] bytes, Layout layout) {
        boolean isAt(byte[] others, int from, int to) {
            return Arrays.equals(bytes, 0, bytes.length, others, from, to);
        }
    }

    /** A layout as an object: comparing hundreds of channels for each block would cost more. */
    private record Identity(Layout layout) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the point of the class
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && layout == that.layout;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(layout);
        }
    }
}
