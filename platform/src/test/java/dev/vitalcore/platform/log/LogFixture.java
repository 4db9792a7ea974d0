package dev.vitalcore.platform.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A log with a topic of three partitions that nobody else has, for the contracts. */
abstract class LogFixture {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger TOPICS = new AtomicInteger();

    final Queue<LogRecord> seen = new ConcurrentLinkedQueue<>();
    String topic = "";
    EventLog log;

    /** Opens the log under test; topics of earlier tests may be in it. */
    protected abstract EventLog open();

    @BeforeEach
    void openWithAFreshTopic() {
        log = open();
        topic = "contract." + getClass().getSimpleName() + "." + TOPICS.incrementAndGet();
        log.ensureTopic(new TopicSpec(topic, 3, Duration.ofDays(7)));
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    LogPosition append(String key, String text) {
        return later(key, text).join();
    }

    CompletableFuture<LogPosition> later(String key, String text) {
        return log.append(topic, key, text.getBytes(StandardCharsets.UTF_8)).toCompletableFuture();
    }

    static String text(LogRecord record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
