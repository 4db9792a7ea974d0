package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The real log, which loses one append on the way and says so. */
final class FailingLog extends ForwardingEventLog {
    private final int failingAppend;
    private final AtomicInteger appends = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * @param failingAppend counted from 1
     */
    FailingLog(EventLog log, int failingAppend) {
        super(log);
        this.failingAppend = failingAppend;
    }

    int failures() {
        return failures.get();
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        if (appends.incrementAndGet() == failingAppend) {
            failures.incrementAndGet();
            return CompletableFuture.failedFuture(
                    Fault.unavailable("log-away", "the log did not answer", "wait"));
        }
        return super.append(topic, key, value);
    }
}
