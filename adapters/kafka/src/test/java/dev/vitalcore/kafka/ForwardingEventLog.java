package dev.vitalcore.kafka;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Another log, for tests that change what becomes of appends. */
abstract class ForwardingEventLog implements EventLog {
    private final EventLog log;

    ForwardingEventLog(EventLog log) {
        this.log = log;
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
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
