package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts decisions that cannot be read on {@code telemetry.dead-letters}. */
final class UnreadableDecisions {
    static final String ORIGIN = "decision-notices";
    static final String UNREADABLE = "decision-unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableDecisions.class);
    private static final int MOST_TEXT = 500;

    /** Of larger ones only the cause is kept, so that the letter stays below the log's limit. */
    private static final int MOST_PAYLOAD = 15 * 1024 * 1024;

    private static final byte[] LEFT_OUT = {};

    private final EventLog log;
    private final Codec<DeadLetter> codec;

    UnreadableDecisions(EventLog log, Codec<DeadLetter> codec) {
        this.log = log;
        this.codec = codec;
    }

    record Unreadable(LogRecord record, RuntimeException why) {}

    /**
     * Returns when the log has the letters.
     *
     * @throws Fault (unavailable) where it does not take them
     */
    void write(List<Unreadable> records) {
        CompletableFuture<?>[] letters =
                records.stream().map(this::write).toArray(CompletableFuture[]::new);
        try {
            // Bounded: the log gives each append up after a time of its own.
            CompletableFuture.allOf(letters).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<LogPosition> write(Unreadable unreadable) {
        DeadLetter letter = letter(unreadable.record(), unreadable.why());
        LOG.atError()
                .addKeyValue("position", letter.position())
                .setCause(unreadable.why())
                .log("a decision cannot be read and is passed over with a dead letter");
        return log.append(Topics.DEAD_LETTERS, letter.source(), codec.encode(letter))
                .toCompletableFuture();
    }

    private static DeadLetter letter(LogRecord record, RuntimeException why) {
        Fault fault = why instanceof Fault named ? named : null;
        return new DeadLetter(
                ORIGIN,
                DeadLetter.UNKNOWN_SOURCE,
                DeadLetter.UNKNOWN_SEQUENCE,
                fault == null ? UNREADABLE : fault.code(),
                Text.abbreviate(
                        record.key() + ": " + (fault == null ? why.toString() : fault.text()),
                        MOST_TEXT),
                "find out what wrote this record; the decision itself is in the event store and in"
                        + " the history of the session",
                record.topic() + "/" + record.partition() + "@" + record.offset(),
                record.value().length <= MOST_PAYLOAD ? record.value() : LEFT_OUT);
    }
}
