package dev.vitalcore.edge.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip and refuses bombs: content that unpacks more than {@value #RATIO_LIMIT} to 1 (beyond
 * the first {@value #FREE_BYTES} bytes) or to more than {@value #SIZE_LIMIT} bytes. Real recordings
 * of a standing car reach about 60 to 1; deflate cannot exceed 1032 to 1.
 */
final class InflatedStream extends InputStream {
    private static final int RATIO_LIMIT = 250;
    private static final long FREE_BYTES = 4L << 20;
    private static final long SIZE_LIMIT = 16L << 30;
    private static final int BUFFER_BYTES = 64 << 10;

    private final CountingStream packed;
    private final GZIPInputStream unpacked;
    private long bytes;

    InflatedStream(InputStream raw) throws IOException {
        packed = new CountingStream(raw);
        unpacked = new GZIPInputStream(packed, BUFFER_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = unpacked.read(target, offset, length);
        bytes += Math.max(count, 0);
        if (bytes > FREE_BYTES && bytes / RATIO_LIMIT > packed.count) {
            throw new AbsurdSizeException(
                    packed.count + " bytes unpack to more than " + bytes + ", like a gzip bomb");
        }
        if (bytes > SIZE_LIMIT) {
            throw new AbsurdSizeException("unpacks to more than " + SIZE_LIMIT + " bytes");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Counts what was taken from the packed stream; the decoder reads ahead by one buffer. */
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
