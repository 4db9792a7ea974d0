package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Refuses to append while the disk is nearly full. The embedded engines share one disk and some of
 * them stop for good when a write fails; so we stop taking blocks before that, and take them again
 * when there is room.
 */
final class SpaceGuardedLog implements EventLog {
    private final EventLog log;
    private final Path directory;
    private final LongSupplier freeBytes;
    private final long leastFreeBytes;

    /**
     * @param directory named where the disk is full
     */
    SpaceGuardedLog(EventLog log, Path directory, LongSupplier freeBytes, long leastFreeBytes) {
        this.log = log;
        this.directory = directory;
        this.freeBytes = freeBytes;
        this.leastFreeBytes = leastFreeBytes;
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        long free = freeBytes.getAsLong();
        if (free < leastFreeBytes) {
            return CompletableFuture.failedFuture(
                    Fault.unavailable(
                            "disk-full",
                            "only " + (free >> 20) + " MiB are free at " + directory,
                            "make room for at least "
                                    + (leastFreeBytes >> 20)
                                    + " MiB and send again; nothing taken before is lost"));
        }
        return log.append(topic, key, value);
    }

    @Override
    public void ensureTopic(TopicSpec topic) {
        log.ensureTopic(topic);
    }

    @Override
    public Subscription readFrom(
            String topic, Map<Integer, Long> nextOffsets, BatchHandler handler) {
        return log.readFrom(topic, nextOffsets, handler);
    }

    @Override
    public Subscription readNew(String topic, BatchHandler handler) {
        return log.readNew(topic, handler);
    }

    @Override
    public String topicId(String topic) {
        return log.topicId(topic);
    }

    @Override
    public Map<Integer, Long> endOffsets(String topic) {
        return log.endOffsets(topic);
    }

    @Override
    public Map<Integer, Long> offsetsFrom(String topic, long recordedNanos) {
        return log.offsetsFrom(topic, recordedNanos);
    }

    @Override
    public void close() {
        log.close();
    }
}
