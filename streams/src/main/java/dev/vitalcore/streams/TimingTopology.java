package dev.vitalcore.streams;

import dev.vitalcore.platform.log.Topics;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The one topology of the speed layer.
 *
 * <pre>
 *                                  key by entry
 *   telemetry.blocks ──▶ as bytes ─────────────▶ decode, timing ─┬─▶ timing.events
 *                                                (one state an   └─▶ telemetry.dead-letters
 *                                                 entry)
 * </pre>
 *
 * The key is that of the log, so the blocks of an entry stay in order. There are no watermarks:
 * timing itself takes late blocks and corrects what it said by events of a higher revision.
 *
 * <p>The uids are what state is found by in a checkpoint: they never change.
 */
final class TimingTopology {
    /** Room for one block of 16 MiB with its frame; the broker has the last word. */
    private static final String MOST_REQUEST_BYTES = String.valueOf(17 * 1024 * 1024);

    private static final String LOG_TIMEOUT_MILLIS = "20000";

    private final String bootstrapServers;
    private final TimingCodecs codecs;
    private final StateRetention retention;

    TimingTopology(String bootstrapServers, TimingCodecs codecs, StateRetention retention) {
        this.bootstrapServers = bootstrapServers;
        this.codecs = codecs;
        this.retention = retention;
    }

    void addTo(StreamExecutionEnvironment environment) {
        environment
                .fromSource(blocks(), WatermarkStrategy.noWatermarks(), "blocks")
                .uid("blocks")
                .keyBy(BlockRecord::key, Types.STRING)
                .process(new TimingFunction(codecs, retention))
                .name("timing")
                .uid("timing")
                .sinkTo(log())
                .name("log")
                .uid("log");
    }

    private KafkaSource<BlockRecord> blocks() {
        return KafkaSource.<BlockRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setClientIdPrefix("vitalcore-speed-layer")
                .setTopics(Topics.BLOCKS)
                // Without a checkpoint, and for partitions that a checkpoint does not know.
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new BlockRecordReader())
                // Answered with the first byte; the wait costs only who asks in vain, over and
                // over.
                .setProperty("fetch.min.bytes", "1")
                .setProperty("fetch.max.wait.ms", "500")
                // A log out of reach shall show in the status soon, not after a minute.
                .setProperty("request.timeout.ms", LOG_TIMEOUT_MILLIS)
                .setProperty("default.api.timeout.ms", LOG_TIMEOUT_MILLIS)
                // Positions live in the checkpoint, together with the state they belong to.
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }

    private KafkaSink<KeyedRecord> log() {
        return KafkaSink.<KeyedRecord>builder()
                .setBootstrapServers(bootstrapServers)
                // Transactions would hold events back until the next checkpoint (ADR 0007).
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new KeyedRecordWriter())
                .setProperty("acks", "all")
                .setProperty("linger.ms", "1")
                .setProperty("max.request.size", MOST_REQUEST_BYTES)
                .build();
    }
}
