package dev.vitalcore.streams;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from the log as they are; a record without key or value is kept, as an empty one.
 */
final class BlockRecordReader implements KafkaRecordDeserializationSchema<BlockRecord> {
    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> read, Collector<BlockRecord> out) {
        out.collect(
                new BlockRecord(
                        new String(orEmpty(read.key()), StandardCharsets.UTF_8),
                        orEmpty(read.value()),
                        read.partition(),
                        read.offset()));
    }

    @Override
    public TypeInformation<BlockRecord> getProducedType() {
        return TypeInformation.of(BlockRecord.class);
    }

    private static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }
}
