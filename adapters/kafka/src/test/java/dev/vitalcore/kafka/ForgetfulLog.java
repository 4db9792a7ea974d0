package dev.vitalcore.kafka;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The real log, which acknowledges more than it keeps: as after a power cut. */
final class ForgetfulLog extends ForwardingEventLog {
    private final int kept;
    private final AtomicInteger appends = new AtomicInteger();

    /**
     * @param kept how many appends, the first ones
     */
    ForgetfulLog(EventLog log, int kept) {
        super(log);
        this.kept = kept;
    }

    @Override
    public CompletionStage<LogPosition> append(String topic, String key, byte[] value) {
        int number = appends.incrementAndGet();
        return number <= kept
                ? super.append(topic, key, value)
                : CompletableFuture.completedFuture(new LogPosition(topic, 0, number));
    }
}
