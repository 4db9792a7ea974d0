package dev.vitalcore.kafka;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The log on a Kafka cluster, or on the broker in this process.
 *
 * <p>Thread-safe. Stages of {@link #append} complete on the producer's sending thread: what depends
 * on them must not block there.
 */
public final class KafkaEventLog implements EventLog {
    private static final Duration LAST_SENDS = Duration.ofSeconds(10);

    private final KafkaEventLogSettings settings;
    private final Producer<String, byte[]> producer;
    private final KafkaTopics topics;
    private final Set<KafkaSubscription> subscriptions = ConcurrentHashMap.newKeySet();

    public KafkaEventLog(KafkaEventLogSettings settings) {
        this.settings = settings;
        this.producer =
                new KafkaProducer<>(
                        ClientProperties.producer(settings),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.topics = new KafkaTopics(settings);
    }

    @Override
    public void ensureTopic(TopicSpec topic) {
        topics.ensure(topic);
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        CompletableFuture<LogPosition> appended = new CompletableFuture<>();
        try {
            // The callback tells all that the future would.
            Object unused =
                    producer.send(
                            new ProducerRecord<>(topic, key, value),
                            (metadata, failure) ->
                                    complete(appended, topic, key, metadata, failure));
        } catch (RuntimeException e) {
            // Closed, interrupted or misused: Kafka throws these instead of calling back.
            appended.completeExceptionally(appendFault(topic, key, e));
        }
        return appended;
    }

    @Override
    public Subscription readFrom(
            String topic, Map<Integer, Long> nextOffsets, BatchHandler handler) {
        Map<Integer, Long> begin = topics.beginOffsets(topic);
        Map<Integer, Long> end = topics.endOffsets(topic);
        nextOffsets.forEach((partition, next) -> requireWithin(topic, partition, next, end));
        begin.replaceAll(
                (partition, first) -> Math.max(first, nextOffsets.getOrDefault(partition, 0L)));
        long behind = end.values().stream().mapToLong(Long::longValue).sum();
        behind -= begin.values().stream().mapToLong(Long::longValue).sum();
        return subscribe(topic, begin, behind, handler);
    }

    @Override
    public Subscription readNew(String topic, BatchHandler handler) {
        return subscribe(topic, topics.endOffsets(topic), 0, handler);
    }

    @Override
    public String topicId(String topic) {
        return topics.id(topic);
    }

    @Override
    public Map<Integer, Long> endOffsets(String topic) {
        return topics.endOffsets(topic);
    }

    @Override
    public Map<Integer, Long> offsetsFrom(String topic, long recordedNanos) {
        return topics.offsetsFrom(topic, recordedNanos / EpochNanos.PER_MILLI);
    }

    /** Ends all readers, then waits some seconds for the records still on their way. */
    @Override
    public void close() {
        subscriptions.forEach(KafkaSubscription::close);
        producer.close(LAST_SENDS);
        topics.close();
    }

    private Subscription subscribe(
            String topic, Map<Integer, Long> from, long behind, BatchHandler handler) {
        KafkaSubscription subscription =
                new KafkaSubscription(settings, topic, from, handler, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start(behind);
        return subscription;
    }

    /** A reader that is ahead of the log has seen records that this log never had. */
    private static void requireWithin(
            String topic, int partition, long next, Map<Integer, Long> end) {
        Long last = end.get(partition);
        if (last == null || next > last) {
            throw Fault.conflict(
                    "log-behind-reader",
                    "a reader wants to go on with offset "
                            + next
                            + " of "
                            + topic
                            + "/"
                            + partition
                            + ", which ends at "
                            + (last == null ? "nothing: there is no such partition" : last),
                    "the log's data was replaced or lost: put it back as it was; where its last"
                            + " records are lost for good, see 'What a power cut costs' in"
                            + " docs/architecture.md for how to go on without them");
        }
    }

    private static void complete(
            CompletableFuture<LogPosition> appended,
            String topic,
            String key,
            @Nullable RecordMetadata metadata,
            @Nullable Exception failure) {
        if (failure != null || metadata == null) {
            appended.completeExceptionally(appendFault(topic, key, failure));
        } else {
            appended.complete(new LogPosition(topic, metadata.partition(), metadata.offset()));
        }
    }

    private static Fault appendFault(String topic, String key, @Nullable Exception failure) {
        Exception cause = failure == null ? new IllegalStateException("no metadata") : failure;
        return KafkaFaults.of("appending to " + topic + " for " + key, cause);
    }
}
