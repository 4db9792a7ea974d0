package dev.vitalcore.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings of Kafka's clients, with the reasons. Low latency first: a sample is to be on a
 * screen within 100 ms, of which the log may take a few. Why blocks: ADR 0002.
 */
final class ClientProperties {
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private ClientProperties() {}

    static Map<String, Object> producer(KafkaEventLogSettings settings) {
        int limitMillis = Math.toIntExact(settings.appendLimit().toMillis());
        Map<String, Object> map = common(settings, "producer");
        // Acknowledged means: all in-sync replicas have it, once, in the order of sending.
        map.put(ProducerConfig.ACKS_CONFIG, "all");
        map.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        map.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limitMillis);
        map.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, limitMillis / 2);
        // Sending itself may wait so long before the time of the delivery begins: for room in the
        // buffer, or to learn where the topic is.
        map.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limitMillis);
        // One millisecond gathers the blocks of a grid into one request at full load, and costs
        // nothing that an eye could see.
        map.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        map.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        map.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        map.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.sendBufferBytes());
        map.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaLimits.RECORD_BYTES);
        return map;
    }

    static Map<String, Object> consumer(KafkaEventLogSettings settings) {
        Map<String, Object> map = common(settings, "consumer");
        // Readers keep their positions themselves, beside what they make of the records.
        map.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        map.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        map.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Retention may overtake a slow reader; it goes on with the oldest record there is.
        map.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        map.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        map.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        map.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, KafkaLimits.RECORD_BYTES);
        map.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * KafkaLimits.RECORD_BYTES);
        map.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return map;
    }

    static Map<String, Object> admin(KafkaEventLogSettings settings) {
        Map<String, Object> map = common(settings, "admin");
        int askingMillis = Math.toIntExact(KafkaLimits.ASKING.toMillis());
        map.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, askingMillis);
        map.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, askingMillis / 2);
        return map;
    }

    private static Map<String, Object> common(KafkaEventLogSettings settings, String role) {
        Map<String, Object> map = new HashMap<>();
        map.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        map.put(
                AdminClientConfig.CLIENT_ID_CONFIG,
                "vitalcore-" + role + "-" + CLIENTS.incrementAndGet());
        // A broker that comes back is to be found at once, not after a minute of growing pauses.
        map.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        map.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        map.put(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        map.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return map;
    }
}
