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
    private final Redrive redrive;
    private final DeadLetterReader reader;

    public DeadLetters(TelemetryPorts ports, Ingest ingest, StoreWriter storeWriter) {
        this.ports = ports;
        this.redrive = new Redrive(ports.blocks(), ingest, storeWriter);
        this.reader = new DeadLetterReader(ports.log(), ports.deadLetters());
    }

    /** The latest, newest first. */
    public List<DeadLetterLine> list(int limit) {
        return ports.database().read(connection -> DeadLetterTable.latest(connection, limit));
    }

    /**
     * Gives the original bytes to whoever did not take them ({@link Redrive}) and records what came
     * of it.
     *
     * @return fails with a {@link Fault} (user) when there is no such letter or its bytes were not
     *     kept, (unavailable) when the log does not answer
     */
    public CompletionStage<RedriveOutcome> redrive(String id) {
        return CompletableFuture.supplyAsync(() -> read(DeadLetterId.parse(id)), WAITING)
                .thenCompose(redrive::drive)
                .thenApplyAsync(outcome -> record(DeadLetterId.parse(id), outcome), WAITING);
    }

    private DeadLetter read(DeadLetterId id) {
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
        return letter;
    }

    private RedriveOutcome record(DeadLetterId id, RedriveOutcome outcome) {
        long now = EpochNanos.of(ports.clock().instant());
        ports.database()
                .<@Nullable Void>write(connection -> {
                    DeadLetterTable.recordRedrive(connection, id, outcome, now);
                    return null;
                });
        return outcome;
    }
}
