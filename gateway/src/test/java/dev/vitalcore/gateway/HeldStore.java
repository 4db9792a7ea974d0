package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose reads last until they are let go; nothing is kept in it. */
final class HeldStore implements SeriesStore {
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();

    int reading() {
        return reading.get();
    }

    void letGo() {
        letGo.countDown();
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        reading.incrementAndGet();
        try {
            letGo.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            reading.decrementAndGet();
        }
        return List.of();
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return List.of();
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {}

    @Override
    public void settle() {}

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
