package dev.vitalcore.streams;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts a record on its topic; the key decides the partition, so one key stays in order. */
final class KeyedRecordWriter implements KafkaRecordSerializationSchema<KeyedRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            KeyedRecord value, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(
                value.topic(), value.key().getBytes(StandardCharsets.UTF_8), value.value());
    }
}
