package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What was refused, and the way back for it once the cause is gone. */
public final class DeadLetters {
    /** Reading the log and writing to the database wait: not on the threads of the log. */
    private static final Executor WAITING = Thread::startVirtualThread;

    private final TelemetryPorts ports;
    private final Ingest ingest;
    private final DeadLetterReader reader;

    public DeadLetters(TelemetryPorts ports, Ingest ingest) {
        this.ports = ports;
        this.ingest = ingest;
        this.reader = new DeadLetterReader(ports.log(), ports.deadLetters());
    }

    /** The latest, newest first. */
    public List<DeadLetterLine> list(int limit) {
        return ports.database().read(connection -> DeadLetterTable.latest(connection, limit));
    }

    /**
     * Gives the original bytes to ingest again and records what came of it.
     *
     * @return fails with a {@link Fault} (user) when there is no such letter or its bytes were not
     *     kept, (unavailable) when the log does not answer
     */
    public CompletionStage<RedriveOutcome> redrive(String id) {
        return CompletableFuture.supplyAsync(() -> payloadOf(DeadLetterId.parse(id)), WAITING)
                .thenCompose(ingest::acceptAgain)
                .thenApplyAsync(report -> record(DeadLetterId.parse(id), report), WAITING);
    }

    private byte[] payloadOf(DeadLetterId id) {
        if (!ports.database().read(connection -> DeadLetterTable.contains(connection, id))) {
            throw DeadLetterId.unknown(id.toString());
        }
        DeadLetter letter = reader.read(id);
        if (letter.payload().length == 0) {
            throw Fault.user(
                    "dead-letter-without-payload",
                    "the bytes of dead letter " + id + " were too many to keep",
                    "let the source send the block again in smaller pieces");
        }
        return letter.payload();
    }

    private RedriveOutcome record(DeadLetterId id, IngestReport report) {
        RedriveOutcome outcome = outcomeOf(report);
        long now = EpochNanos.of(ports.clock().instant());
        ports.database()
                .<@Nullable Void>write(connection -> {
                    DeadLetterTable.recordRedrive(connection, id, outcome, now);
                    return null;
                });
        return outcome;
    }

    private static RedriveOutcome outcomeOf(IngestReport report) {
        if (!report.refused().isEmpty()) {
            return new RedriveOutcome.Refused(report.refused().getFirst());
        }
        return report.accepted() > 0
                ? new RedriveOutcome.Accepted()
                : new RedriveOutcome.Duplicate();
    }
}
