package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches one dead letter from the log, which alone keeps the payloads. Waits. */
final class DeadLetterReader {
    private static final long WAIT_SECONDS = 10;

    private final EventLog log;
    private final Codec<DeadLetter> codec;

    DeadLetterReader(EventLog log, Codec<DeadLetter> codec) {
        this.log = log;
        this.codec = codec;
    }

    DeadLetter read(DeadLetterId id) {
        // Of the other partitions only what is new, that is hardly anything.
        Map<Integer, Long> from = new HashMap<>(log.endOffsets(Topics.DEAD_LETTERS));
        from.put(id.partition(), id.offset());
        CompletableFuture<LogRecord> found = new CompletableFuture<>();
        try (Subscription reading =
                log.readFrom(
                        Topics.DEAD_LETTERS,
                        from,
                        records ->
                                records.stream()
                                        .filter(record -> record.partition() == id.partition())
                                        .findFirst()
                                        .ifPresent(found::complete))) {
            return decode(id, await(found, reading));
        }
    }

    private DeadLetter decode(DeadLetterId id, LogRecord record) {
        if (record.offset() != id.offset()) {
            throw Fault.user(
                    "dead-letter-expired",
                    "dead letter " + id + " is older than what the log keeps",
                    "let the source send the block again");
        }
        return codec.decode(record.value());
    }

    private static LogRecord await(CompletableFuture<LogRecord> found, Subscription reading) {
        try {
            return found.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw unreadable(reading, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(reading, e);
        }
    }

    private static Fault unreadable(Subscription reading, Exception cause) {
        return Fault.unavailable(
                "log-unreadable",
                "the dead letter could not be read from the log"
                        + reading.failure().map(why -> ": " + why).orElse(""),
                "try again; see the log's own state",
                cause);
    }
}
