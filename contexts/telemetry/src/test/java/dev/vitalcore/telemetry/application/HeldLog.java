package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A log without a past whose appends wait until the test lets them succeed or fail. */
final class HeldLog implements EventLog {
    private final Map<String, Deque<Held>> held = new HashMap<>();
    private final boolean holds;
    private Optional<RuntimeException> outage = Optional.empty();

    HeldLog() {
        this(true);
    }

    private HeldLog(boolean holds) {
        this.holds = holds;
    }

    /** Lets every append succeed at once, and keeps it to be looked at. */
    static HeldLog thatHoldsNothing() {
        return new HeldLog(false);
    }

    /** An append under way. */
    record Held(String topic, String key, byte[] value, CompletableFuture<LogPosition> promise) {
        void succeed() {
            promise.complete(new LogPosition(topic, 0, 0));
        }

        void fail(RuntimeException why) {
            promise.completeExceptionally(why);
        }
    }

    @Override
    public synchronized CompletionStage<LogPosition> append(
            String topic, String key, byte[] value) {
        Held append = new Held(topic, key, value, new CompletableFuture<>());
        held.computeIfAbsent(topic, any -> new ArrayDeque<>()).add(append);
        if (outage.isPresent()) {
            append.fail(outage.get());
        } else if (!holds) {
            append.succeed();
        }
        return append.promise();
    }

    /** Fails every append at once from now on; each is still there to be looked at. */
    synchronized void breakDown(RuntimeException why) {
        outage = Optional.of(why);
    }

    synchronized void mend() {
        outage = Optional.empty();
    }

    /** The oldest append of the topic that the test has not taken yet. */
    synchronized Held next(String topic) {
        return held.get(topic).remove();
    }

    synchronized boolean isHolding(String topic) {
        return held.containsKey(topic) && !held.get(topic).isEmpty();
    }

    /** Lets the oldest append of the topic succeed. */
    void succeed(String topic) {
        next(topic).succeed();
    }

    @Override
    public String topicId(String topic) {
        return topic;
    }

    @Override
    public Map<Integer, Long> endOffsets(String topic) {
        return Map.of();
    }

    @Override
    public Map<Integer, Long> offsetsFrom(String topic, long recordedNanos) {
        return Map.of();
    }

    @Override
    public void ensureTopic(TopicSpec topic) {
        throw new AssertionError("ingest makes no topics");
    }

    @Override
    public Subscription readFrom(
            String topic, Map<Integer, Long> nextOffsets, BatchHandler handler) {
        throw new AssertionError("there is nothing to read in " + topic);
    }

    @Override
    public Subscription readNew(String topic, BatchHandler handler) {
        throw new AssertionError("ingest reads nothing new");
    }

    @Override
    public void close() {
        held.clear();
    }
}
