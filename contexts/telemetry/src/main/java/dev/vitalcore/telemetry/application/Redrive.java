package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The way back for a dead letter, which depends on how far its block had come.
 *
 * <pre>
 *   ingest refused it                      ──▶ ingest
 *   it stands in the log
 *     and could not be read there          ──▶ ingest, as calibrated already
 *     and the series store did not take it ──▶ the series store; to ingest it is a duplicate
 *     and timing did not take it           ──▶ none: timing takes each number of a source once
 *   it is a decision                       ──▶ none
 * </pre>
 */
final class Redrive {
    private final Codec<TelemetryBlock> codec;
    private final Ingest ingest;
    private final StoreWriter storeWriter;

    Redrive(Codec<TelemetryBlock> codec, Ingest ingest, StoreWriter storeWriter) {
        this.codec = codec;
        this.ingest = ingest;
        this.storeWriter = storeWriter;
    }

    /** May wait for the store writer. */
    CompletionStage<RedriveOutcome> drive(DeadLetter letter) {
        if (letter.origin().equals(DeadLetterOffice.INGEST)) {
            return ingest.acceptAgain(letter.payload()).thenApply(Redrive::outcomeOf);
        }
        if (letter.position().startsWith(Topics.RACE_DECISIONS + "/")) {
            return CompletableFuture.completedFuture(aDecision(letter));
        }
        if (letter.sequence() == DeadLetter.UNKNOWN_SEQUENCE) {
            return ingest.acceptCalibratedAgain(letter.payload()).thenApply(Redrive::outcomeOf);
        }
        return CompletableFuture.completedFuture(
                letter.origin().equals(DeadLetterOffice.STORE_WRITER)
                        ? write(codec.decode(letter.payload()))
                        : notRedrivable(letter));
    }

    private RedriveOutcome write(TelemetryBlock block) {
        try {
            storeWriter.writeAgain(block);
            return new RedriveOutcome.Accepted();
        } catch (Fault refused) {
            if (refused.kind() != Fault.Kind.USER) {
                throw refused;
            }
            return new RedriveOutcome.Refused(RefusedBlock.of(block, refused));
        }
    }

    private static RedriveOutcome aDecision(DeadLetter letter) {
        return new RedriveOutcome.Refused(
                new RefusedBlock(
                        letter.source(),
                        letter.sequence(),
                        "not-redrivable",
                        "what stands at "
                                + letter.position()
                                + " is a decision; "
                                + letter.origin()
                                + " has passed over it ("
                                + letter.code()
                                + ")",
                        letter.remedy()));
    }

    private static RedriveOutcome notRedrivable(DeadLetter letter) {
        return new RedriveOutcome.Refused(
                new RefusedBlock(
                        letter.source(),
                        letter.sequence(),
                        "not-redrivable",
                        "block "
                                + letter.sequence()
                                + " stands in the log; "
                                + letter.origin()
                                + ", which did not take it ("
                                + letter.code()
                                + "), takes no block out of its turn",
                        "once the cause is mended, send the recording again under a new source"
                                + " name"));
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
