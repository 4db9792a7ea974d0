package dev.vitalcore.kafka;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.log.EventLog.BatchHandler;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of one topic on a platform thread of its own; the consumer belongs to that
 * thread. No consumer group: one reader has all partitions and keeps its positions itself.
 */
final class KafkaSubscription implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaSubscription.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long CLOSING_MILLIS = 10_000;

    private final String topic;
    private final Map<Integer, Long> from;
    private final BatchHandler handler;
    private final Duration retryPause;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<KafkaSubscription> whenEnded;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Lag lag = new Lag();
    private volatile @Nullable String failure;

    /**
     * @param from the offset of the first record to read of every partition
     * @param whenEnded told when the thread ends
     */
    KafkaSubscription(
            KafkaEventLogSettings settings,
            String topic,
            Map<Integer, Long> from,
            BatchHandler handler,
            Consumer<KafkaSubscription> whenEnded) {
        this.topic = topic;
        this.from = from;
        this.handler = handler;
        this.retryPause = settings.retryPause();
        this.whenEnded = whenEnded;
        this.consumer =
                new KafkaConsumer<>(
                        ClientProperties.consumer(settings),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        this.thread = new Thread(this::run, "log-reader-" + topic);
        this.thread.setDaemon(true);
    }

    /**
     * @param behind how many records there are to read already
     */
    void start(long behind) {
        lag.begin(behind);
        thread.start();
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public long lag() {
        return lag.records();
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        if (Thread.currentThread() == thread) {
            return; // a handler that ends its own reading must not wait for itself
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            assign();
            while (isOpen()) {
                readOnce();
            }
        } catch (RuntimeException | Error e) {
            failure = e.toString();
            throw e;
        } finally {
            whenEnded.accept(this);
        }
    }

    private void assign() {
        consumer.assign(
                from.keySet().stream().map(number -> new TopicPartition(topic, number)).toList());
        from.forEach((number, offset) -> consumer.seek(new TopicPartition(topic, number), offset));
    }

    private void readOnce() {
        try {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            List<LogRecord> batch = new ArrayList<>(polled.count());
            polled.forEach(record -> batch.add(toLogRecord(record)));
            lag.measure(behind(), batch.size());
            if (!batch.isEmpty()) {
                handleUntilDone(List.copyOf(batch));
                lag.measureAfterHandling(behind(), batch.size());
            } else {
                failure = null;
            }
        } catch (WakeupException | InterruptException e) {
            closing.countDown();
        } catch (KafkaException e) {
            failed("the log cannot be read", e);
        }
    }

    /** The batch comes again until it is handled: leaving it out would lose data. */
    private void handleUntilDone(List<LogRecord> batch) {
        while (isOpen()) {
            try {
                handler.handle(batch);
                failure = null;
                return;
            } catch (RuntimeException e) {
                LogRecord first = batch.get(0);
                failed(
                        "a batch of "
                                + batch.size()
                                + " records beginning at "
                                + first.topic()
                                + "/"
                                + first.partition()
                                + "@"
                                + first.offset()
                                + " could not be handled",
                        e);
            }
        }
    }

    private void failed(String what, RuntimeException e) {
        failure = what + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
        LOG.atWarn()
                .setMessage("reading the log failed, it is tried again")
                .addKeyValue("topic", topic)
                .addKeyValue("failure", what)
                .setCause(e)
                .log();
        try {
            closing.await(retryPause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Records after those polled, a number a partition, as the last answers of the log tell. */
    private List<OptionalLong> behind() {
        return consumer.assignment().stream().map(consumer::currentLag).toList();
    }

    private static LogRecord toLogRecord(ConsumerRecord<String, byte[]> record) {
        return new LogRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                record.value() == null ? new byte[0] : record.value(),
                record.timestamp() * EpochNanos.PER_MILLI);
    }
}
