package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.replica.EventFrame;
import dev.vitalcore.platform.events.replica.LogInMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.pulsar.client.api.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The topic and what of it is in memory, which go together under one lock. It is not held while the
 * broker is waited for to keep something.
 *
 * <p>Where the broker is away, whoever asks it finds out after the client's time-out. All who wait
 * for the lock by then fail with him, so nobody waits for one time-out after the other.
 */
final class TopicLog implements AutoCloseable {
    private final PulsarSettings settings;
    private final EventTopic topic;
    private final LogInMemory log;

    /** By turns: who came before the broker was found away hears of it before it is asked again. */
    private final ReentrantLock guard = new ReentrantLock(true);

    /** The last time that the broker was away; guarded, but who begins to wait reads it before. */
    private volatile @Nullable Fault away;

    private boolean closed;

    private TopicLog(PulsarSettings settings, EventTopic topic) {
        this.settings = settings;
        this.topic = topic;
        this.log = new LogInMemory(settings.where(), settings.memoryLimitBytes());
    }

    static TopicLog open(PulsarSettings settings) {
        return open(settings, EventTopic.PATIENCE);
    }

    /**
     * @param patience how long the broker may take for each answer
     */
    static TopicLog open(PulsarSettings settings, Duration patience) {
        return new TopicLog(settings, EventTopic.open(settings, patience));
    }

    String where() {
        return settings.where();
    }

    /** Answers by what the topic holds now; the writer knows that without asking. */
    <T extends @Nullable Object> T look(Function<LogInMemory, T> question) {
        return locked(known -> {
            if (!topic.isWriter()) {
                ask(known, this::readOn);
            }
            return question.apply(log);
        });
    }

    /**
     * Answers by what is in memory, as the writer, which this process becomes if it is not.
     *
     * @throws Fault (unavailable, {@code event-store-has-writer}) when another process is
     */
    <T extends @Nullable Object> T asWriter(Function<LogInMemory, T> decision) {
        return locked(known -> {
            if (!topic.isWriter()) {
                ask(known, this::becomeWriter);
            }
            return decision.apply(log);
        });
    }

    /** Is the writer no more; whether the last message was kept, the topic shows. */
    void resign() {
        guard.lock();
        try {
            topic.resign();
        } finally {
            guard.unlock();
        }
    }

    EventTopic topic() {
        return topic;
    }

    /** Takes into memory what this process has written and the broker has kept. */
    void take(List<RecordedEvent> events, MessageId kept) {
        guard.lock();
        try {
            orResign(() -> {
                boolean repeat = EventTopic.isRepeat(kept);
                if (repeat) {
                    readOn(); // that it is ours, which was sent twice, shows in the topic alone
                    requireRead(events.getLast().position());
                }
                log.takeAll(events);
                if (!repeat) {
                    topic.wasKept(kept); // what memory lacks is still to be read
                }
            });
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void close() {
        guard.lock();
        try {
            closed = true;
            topic.close();
        } finally {
            guard.unlock();
        }
    }

    /**
     * Asks the broker, unless it was found away since the caller came.
     *
     * @param known when it was away before
     */
    private void ask(@Nullable Fault known, Runnable question) {
        Fault last = away;
        if (last != null && last != known) {
            throw last;
        }
        try {
            question.run();
        } catch (Fault e) {
            if (PulsarFaults.isAway(e)) {
                away = e;
            }
            throw e;
        }
    }

    private void becomeWriter() {
        if (topic.becomeWriter()) {
            orResign(() -> {
                readOn();
                topic.stopReading();
            });
        }
    }

    /**
     * A writer whose memory lacks what the topic holds would decide by an old state: it is none.
     */
    private void orResign(Runnable reading) {
        try {
            reading.run();
        } catch (Throwable e) {
            topic.resign();
            throw e;
        }
    }

    private void readOn() {
        topic.readOn(message -> log.takeAll(EventFrame.decode(message)));
    }

    /** How many wait for their turn. */
    int waiting() {
        return guard.getQueueLength();
    }

    private <T extends @Nullable Object> T locked(Answer<T> answer) {
        Fault known = away;
        guard.lock();
        try {
            if (closed) {
                throw Fault.unavailable(
                        "event-store-closed",
                        "the event store at " + where() + " is closed",
                        "start the platform again");
            }
            return answer.get(known);
        } finally {
            guard.unlock();
        }
    }

    private void requireRead(long position) {
        if (log.end() < position) {
            throw Fault.unavailable(
                    "pulsar-number-taken",
                    "the broker has dropped position %d of %s as a repeat, and does not have it"
                            .formatted(position, where()),
                    "look who else writes to the topic under the name of this process");
        }
    }

    @FunctionalInterface
    private interface Answer<T extends @Nullable Object> {
        T get(@Nullable Fault known);
    }
}
