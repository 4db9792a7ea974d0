package dev.vitalcore.platform.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * An append-only log of topics, each cut into partitions; records with equal keys stay in order. At
 * least once: a reader may see a record again after a restart and must not mind.
 */
public interface EventLog extends AutoCloseable {
    /** Makes the topic where it is absent; leaves an existing one as it is. */
    void ensureTopic(TopicSpec topic);

    /**
     * Appends one record. The stage completes when the log has it durably; it fails with a {@link
     * dev.vitalcore.kernel.Fault} when the log refuses or cannot be reached within its time limit.
     *
     * <p>The call itself may block within that limit: while the bounded send buffer is full, and
     * until the log has told where the topic is, which is asked at the first append to it. A caller
     * that must not wait appends on a thread of its own.
     */
    CompletionStage<LogPosition> append(String topic, String key, byte[] value);

    /**
     * Reads a topic on a thread of its own, from the given offsets (a partition that is not named:
     * from its beginning). The reader keeps its own positions, in the same transaction as what it
     * makes of the records.
     */
    Subscription readFrom(String topic, Map<Integer, Long> nextOffsets, BatchHandler handler);

    /** Reads what is appended from now on: for live views, which need no past. */
    Subscription readNew(String topic, BatchHandler handler);

    /** What tells the topic from one of the same name that was made anew, with other offsets. */
    String topicId(String topic);

    /** The offset after the last record of each partition, now. */
    Map<Integer, Long> endOffsets(String topic);

    /**
     * The offset of the first record of each partition that the log took at this time or later; the
     * end of the partition where there is none.
     *
     * @param recordedNanos as of {@link LogRecord}; the log may count coarser than that, and then
     *     rounds down
     */
    Map<Integer, Long> offsetsFrom(String topic, long recordedNanos);

    @Override
    void close();

    /** Receives records in order a partition; the next batch comes when it returns. */
    @FunctionalInterface
    interface BatchHandler {
        /**
         * @param records never empty
         * @throws RuntimeException stops the reading; {@link Subscription#failure()} then tells
         *     why, and the batch is given again after a pause
         */
        void handle(List<LogRecord> records);
    }
}
