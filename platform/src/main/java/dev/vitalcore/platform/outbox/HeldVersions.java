package dev.vitalcore.platform.outbox;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How far whoever reads a topic from its beginning comes in each stream: up to the first version
 * that is not there, or only ahead of its turn. One use only.
 */
final class HeldVersions {
    /** A log that needs longer for one batch does not work. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long CHECK_MILLIS = 50;

    private final EventLog log;
    private final Codec<EventEnvelope> codec;
    private final String topic;
    private final Map<Integer, Long> next;
    private final Map<Integer, Long> end;
    private final CountDownLatch reached = new CountDownLatch(1);

    /** By stream; belongs to the thread of the log until the end is reached. */
    private final Map<String, Long> versions = new HashMap<>();

    HeldVersions(OutboxPorts ports, String topic) {
        this.log = ports.log();
        this.codec = ports.codec();
        this.topic = topic;
        // A log that has forgotten its beginning would else be waited for.
        this.next = new ConcurrentHashMap<>(log.offsetsFrom(topic, 0));
        this.end = log.endOffsets(topic);
    }

    /**
     * Waits until the topic is read.
     *
     * @param watch called several times a second; ends the reading by throwing
     * @return the last version of each stream; a stream of which the first is missing is not named
     * @throws Fault (unavailable) where the log stands still for a minute
     */
    Map<String, Long> read(Runnable watch) {
        if (isComplete()) {
            return Map.of();
        }
        try (Subscription reading = log.readFrom(topic, Map.copyOf(next), this::take)) {
            long place = place();
            long since = System.nanoTime();
            while (!reached.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                watch.run();
                if (place() != place) {
                    place = place();
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw unreadable(reading.failure().orElse("it stands still"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable("interrupted");
        }
        return versions;
    }

    private void take(List<LogRecord> records) {
        if (isComplete()) {
            return; // the map belongs to who waited for it
        }
        for (LogRecord record : records) {
            decode(record).ifPresent(this::take);
        }
        records.forEach(record -> next.put(record.partition(), record.offset() + 1));
        if (isComplete()) {
            reached.countDown();
        }
    }

    private void take(EventEnvelope envelope) {
        long seen = versions.getOrDefault(envelope.stream(), 0L);
        if (envelope.version() == seen + 1) {
            versions.put(envelope.stream(), envelope.version());
        }
    }

    /** What cannot be read is not there. */
    private Optional<EventEnvelope> decode(LogRecord record) {
        try {
            return Optional.of(codec.decode(record.value()));
        } catch (Fault fault) {
            if (fault.kind() == Fault.Kind.UNAVAILABLE) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    private boolean isComplete() {
        return end.entrySet().stream()
                .allMatch(entry -> next.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    /** Over all partitions. */
    private long place() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }

    private Fault unreadable(String why) {
        return Fault.unavailable(
                "outbox-not-compared",
                "what " + topic + " holds could not be read: " + why,
                "see the cause and start again: it is tried anew at each start until it succeeds");
    }
}
