package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads {@code telemetry.blocks} from one place to another and returns when all between is handled.
 * A batch that cannot be handled comes again, until patience ends. One use only.
 */
final class BlockReading {
    /** A log or a store that needs longer for one batch does not work. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long CHECK_MILLIS = 50;

    private final EventLog log;
    private final Map<Integer, Long> next;
    private final Map<Integer, Long> end;
    private final Duration patience;
    private final CountDownLatch reached = new CountDownLatch(1);

    /**
     * @param from a place in each partition; a partition that is not named: from its beginning
     * @param end up to where, a partition that is not named: not at all
     * @param patience for how long the reading may stand still
     */
    BlockReading(EventLog log, Map<Integer, Long> from, Map<Integer, Long> end, Duration patience) {
        this.log = log;
        this.next = new ConcurrentHashMap<>(from);
        this.end = Map.copyOf(end);
        this.patience = patience;
    }

    /**
     * @param handler gets the records short of the end, on a thread of the log; is done with one
     *     batch before the next
     * @param watch looks at the reading several times a second, and ends it by throwing
     * @return why it did not come to the end; empty when all is handled
     */
    Optional<String> run(Handler handler, Consumer<Subscription> watch)
            throws InterruptedException {
        if (!isComplete()) {
            passOverWhatTheLogForgot();
        }
        if (isComplete()) {
            return Optional.empty();
        }
        try (Subscription reading =
                log.readFrom(
                        Topics.BLOCKS, Map.copyOf(next), records -> handle(records, handler))) {
            long place = place();
            long since = System.nanoTime();
            while (!reached.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                watch.accept(reading);
                if (place() != place) {
                    place = place();
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > patience.toNanos()) {
                    return Optional.of(standstill(reading));
                }
            }
        }
        return Optional.empty();
    }

    /** Is given a batch again after it failed. */
    @FunctionalInterface
    interface Handler {
        /**
         * @param records perhaps none
         * @param last whether nothing comes after them
         */
        void handle(List<LogRecord> records, boolean last);
    }

    private void handle(List<LogRecord> records, Handler handler) {
        if (isComplete()) {
            return; // what follows is somebody else's
        }
        Map<Integer, Long> after = new ConcurrentHashMap<>(next);
        records.forEach(record -> after.put(record.partition(), record.offset() + 1));
        handler.handle(records.stream().filter(this::isShortOfEnd).toList(), isComplete(after));
        next.putAll(after);
        if (isComplete()) {
            reached.countDown();
        }
    }

    private boolean isShortOfEnd(LogRecord record) {
        return record.offset() < end.getOrDefault(record.partition(), 0L);
    }

    /**
     * Else it would wait for records that never come where the log has forgotten all up to the end.
     */
    private void passOverWhatTheLogForgot() {
        log.offsetsFrom(Topics.BLOCKS, 0)
                .forEach((partition, first) -> next.merge(partition, first, Math::max));
    }

    private boolean isComplete() {
        return isComplete(next);
    }

    private boolean isComplete(Map<Integer, Long> places) {
        return end.entrySet().stream()
                .allMatch(entry -> places.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    /** Over all partitions. */
    private long place() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }

    private String standstill(Subscription reading) {
        return "reading "
                + Topics.BLOCKS
                + " has not moved for "
                + patience.toSeconds()
                + " s at "
                + Map.copyOf(next)
                + ", short of "
                + end
                + reading.failure().map(why -> ": " + why).orElse("");
    }
}
