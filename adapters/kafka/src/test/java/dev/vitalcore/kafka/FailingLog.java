package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The real log, which loses one append on the way and says so. */
final class FailingLog implements EventLog {
    private final EventLog log;
    private final int failingAppend;
    private final AtomicInteger appends = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * @param failingAppend counted from 1
     */
    FailingLog(EventLog log, int failingAppend) {
        this.log = log;
        this.failingAppend = failingAppend;
    }

    int failures() {
        return failures.get();
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        if (appends.incrementAndGet() == failingAppend) {
            failures.incrementAndGet();
            return CompletableFuture.failedFuture(
                    Fault.unavailable("log-away", "the log did not answer", "wait"));
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
