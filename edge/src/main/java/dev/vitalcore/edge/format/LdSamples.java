package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.RandomContent;
import java.nio.ByteBuffer;

/** The samples of one MoTeC channel from first to last, through a small buffer. */
final class LdSamples {
    private static final int BUFFER_SAMPLES = 4096;

    private final RandomContent content;
    private final LdChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long fetched;

    LdSamples(RandomContent content, LdChannel channel) {
        this.content = content;
        this.channel = channel;
    }

    /** The next value in the channel's unit, NaN after the last. */
    double next() {
        if (!buffer.hasRemaining()) {
            if (fetched == channel.samples()) {
                return Double.NaN;
            }
            fetch();
        }
        return channel.scaling().apply(channel.type().read(buffer));
    }

    private void fetch() {
        int count = (int) Math.min(BUFFER_SAMPLES, channel.samples() - fetched);
        int width = channel.type().bytes();
        buffer = content.read(channel.data() + fetched * width, count * width);
        fetched += count;
    }
}
