package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics and asks about them. Thread-safe. */
final class KafkaTopics implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Admin admin;

    KafkaTopics(KafkaEventLogSettings settings) {
        this.admin = Admin.create(ClientProperties.admin(settings));
    }

    /** Returns when the topic can be written and read. */
    void ensure(TopicSpec spec) {
        NewTopic topic =
                new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                        .configs(configsOf(spec));
        String making = "making topic " + spec.name();
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw KafkaFaults.of(making, e);
            }
        } catch (InterruptedException e) {
            throw KafkaFaults.of(making, e);
        }
        awaitLeaders(spec.name());
        // Metadata names a leader before the broker has taken the role. A producer with several
        // requests on their way would then see the first refused and the second accepted, and its
        // sequence numbers would never fit again. Only the leader itself answers this question.
        Map<Integer, Long> unused = endOffsets(spec.name());
    }

    /**
     * @throws Fault (unavailable) when there is no such topic
     */
    List<TopicPartition> partitions(String topic) {
        return describe(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Given when it was made; no other topic ever has it. */
    String id(String topic) {
        return describe(topic).topicId().toString();
    }

    Map<Integer, Long> endOffsets(String topic) {
        return offsets(topic, OffsetSpec.latest());
    }

    Map<Integer, Long> beginOffsets(String topic) {
        return offsets(topic, OffsetSpec.earliest());
    }

    /** Where nothing is as new as that, Kafka says -1; we say the end. */
    Map<Integer, Long> offsetsFrom(String topic, long recordedMillis) {
        Map<Integer, Long> end = endOffsets(topic);
        Map<Integer, Long> from = offsets(topic, OffsetSpec.forTimestamp(recordedMillis));
        from.replaceAll(
                (partition, offset) -> offset < 0 ? end.getOrDefault(partition, 0L) : offset);
        return from;
    }

    @Override
    public void close() {
        admin.close(CLOSING);
    }

    private Map<Integer, Long> offsets(String topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions(topic).stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                await("asking for the offsets of topic " + topic, admin.listOffsets(wanted).all());
        Map<Integer, Long> offsets = new TreeMap<>();
        found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    private TopicDescription describe(String topic) {
        Map<String, TopicDescription> found =
                await(
                        "asking for topic " + topic,
                        admin.describeTopics(List.of(topic)).allTopicNames());
        return Objects.requireNonNull(found.get(topic), topic);
    }

    /** A new topic takes a moment to reach the brokers; no notice tells when it has. */
    private void awaitLeaders(String topic) {
        long deadline = System.nanoTime() + KafkaLimits.ASKING.toNanos();
        while (!hasLeaders(topic)) {
            if (System.nanoTime() - deadline > 0) {
                throw Fault.unavailable(
                        "topic-not-ready",
                        "topic "
                                + topic
                                + " has no leader after "
                                + KafkaLimits.ASKING.toSeconds()
                                + " s",
                        "see that the brokers run");
            }
            Thread.onSpinWait();
        }
    }

    private boolean hasLeaders(String topic) {
        try {
            return describe(topic).partitions().stream()
                    .allMatch(partition -> partition.leader() != null);
        } catch (Fault fault) {
            if (fault.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw fault;
        }
    }

    private static Map<String, String> configsOf(TopicSpec spec) {
        long retention = spec.retention().isZero() ? -1 : spec.retention().toMillis();
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaLimits.RECORD_BYTES),
                // The log says when it took a record; event time is in the record itself.
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    private static <T> T await(String doing, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw KafkaFaults.of(doing, e);
        }
    }
}
