package dev.vitalcore.kafka;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The real log, which acknowledges more than it keeps: as after a power cut. */
final class ForgetfulLog implements EventLog {
    private final EventLog log;
    private final int kept;
    private final AtomicInteger appends = new AtomicInteger();

    /**
     * @param kept how many appends, the first ones
     */
    ForgetfulLog(EventLog log, int kept) {
        this.log = log;
        this.kept = kept;
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        int number = appends.incrementAndGet();
        return number <= kept
                ? log.append(topic, key, value)
                : CompletableFuture.completedFuture(new LogPosition(topic, 0, number));
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
