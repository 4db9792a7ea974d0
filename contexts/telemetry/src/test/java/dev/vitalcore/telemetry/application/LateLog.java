package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/**
 * A log of one partition that is slow to answer: it says that nothing lies before a reader, and
 * gives its records, one a batch, only when the reader was looked at several times. A batch that
 * fails comes again.
 */
final class LateLog implements EventLog {
    private static final int LOOKS_BEFORE_THE_FIRST = 3;

    private final List<LogRecord> records = new ArrayList<>();
    private final int forgotten;
    private final CountDownLatch looks = new CountDownLatch(LOOKS_BEFORE_THE_FIRST);
    private volatile boolean dead;

    private LateLog(int forgotten) {
        this.forgotten = forgotten;
    }

    static LateLog of(String topic, byte[]... values) {
        return thatForgot(0, topic, values);
    }

    /** The first records are gone. */
    static LateLog thatForgot(int forgotten, String topic, byte[]... values) {
        LateLog log = new LateLog(forgotten);
        for (byte[] value : values) {
            log.records.add(
                    new LogRecord(topic, 0, log.records.size(), "key", value, log.records.size()));
        }
        return log;
    }

    void look() {
        looks.countDown();
    }

    /** Readers get nothing from now on and are told nothing. */
    LateLog die() {
        dead = true;
        return this;
    }

    @Override
    public Subscription readFrom(
            String topic, Map<Integer, Long> nextOffsets, BatchHandler handler) {
        int from = Math.max(forgotten, Math.toIntExact(nextOffsets.getOrDefault(0, 0L)));
        return new Reading(records.subList(from, records.size()), handler);
    }

    @Override
    public String topicId(String topic) {
        return topic;
    }

    @Override
    public Map<Integer, Long> endOffsets(String topic) {
        return Map.of(0, (long) records.size());
    }

    @Override
    public Map<Integer, Long> offsetsFrom(String topic, long recordedNanos) {
        return Map.of(0, Math.max(forgotten, recordedNanos));
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        throw new AssertionError("nothing is appended");
    }

    @Override
    public void ensureTopic(TopicSpec topic) {
        throw new AssertionError("the topic is there");
    }

    @Override
    public Subscription readNew(String topic, BatchHandler handler) {
        throw new AssertionError("nobody reads what is new");
    }

    @Override
    public void close() {
        records.clear();
    }

    private final class Reading implements Subscription {
        private final Thread thread;
        private volatile boolean closed;

        Reading(List<LogRecord> toRead, BatchHandler handler) {
            thread = Thread.ofVirtual().start(() -> read(toRead, handler));
        }

        private void read(List<LogRecord> toRead, BatchHandler handler) {
            try {
                looks.await();
            } catch (InterruptedException e) {
                return;
            }
            toRead.forEach(record -> giveUntilHandled(record, handler));
        }

        private void giveUntilHandled(LogRecord record, BatchHandler handler) {
            while (!closed && !dead) {
                try {
                    handler.handle(List.of(record));
                    return;
                } catch (RuntimeException again) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public Optional<String> failure() {
            look();
            return Optional.empty();
        }

        @Override
        public long lag() {
            look();
            return 0;
        }

        @Override
        public void close() {
            closed = true;
            thread.interrupt();
        }
    }
}
