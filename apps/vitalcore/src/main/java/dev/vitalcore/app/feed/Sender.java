package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.platform.log.Codec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Sends blocks in their order at a pace: those that are due together travel together, up to a
 * request's bounds. One request is under way at a time, so that order holds.
 */
final class Sender {
    private static final int MOST_BLOCKS = 512;
    private static final int MOST_BYTES = 4 << 20;

    private final PlatformClient platform;
    private final Codec<TelemetryBlock> codec;
    private final Pace pace;

    Sender(PlatformClient platform, Codec<TelemetryBlock> codec, Pace pace) {
        this.platform = platform;
        this.codec = codec;
        this.pace = pace;
    }

    /**
     * @param progress told the number of samples after each request
     */
    Receipt sendAll(Iterator<TelemetryBlock> blocks, LongConsumer progress) {
        Receipt total = Receipt.NOTHING;
        List<byte[]> batch = new ArrayList<>();
        int bytes = 0;
        long samples = 0;
        while (blocks.hasNext()) {
            TelemetryBlock block = blocks.next();
            long due = Feed.dueNanos(block);
            boolean full = batch.size() >= MOST_BLOCKS || bytes >= MOST_BYTES;
            if (!batch.isEmpty() && (full || waits(due))) {
                total = total.plus(platform.send(batch));
                progress.accept(samples);
                batch.clear();
                bytes = 0;
            }
            if (due != Long.MIN_VALUE) {
                pace.await(due);
            }
            byte[] encoded = codec.encode(block);
            batch.add(encoded);
            bytes += encoded.length;
            samples += block.sampleCount();
        }
        if (!batch.isEmpty()) {
            total = total.plus(platform.send(batch));
            progress.accept(samples);
        }
        return total;
    }

    private boolean waits(long due) {
        return due != Long.MIN_VALUE && pace.untilDue(due) > 0;
    }
}
