package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.BlockRefusal;
import dev.vitalcore.telemetry.domain.BlockRules;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes blocks in: decodes and calibrates them, holds them against the rules and against what is
 * known of their source, and appends them to {@code telemetry.blocks}, keyed by entry. What is
 * refused goes to {@code telemetry.dead-letters}. Thread-safe; work happens on the caller's thread,
 * stages complete on a thread of the log.
 */
public final class Ingest implements AutoCloseable {
    private static final DeadLetterBox NO_LETTER =
            (block, encoded) -> CompletableFuture.completedFuture(null);

    private final TelemetryPorts ports;
    private final BlockOpener opener;
    private final BlockOpener openerOfCalibrated;
    private final DeadLetterOffice deadLetters;
    private final DuplicateCounts duplicates;
    private final IngestStart start;
    private final IngestCounts counts = new IngestCounts();

    public Ingest(TelemetryPorts ports, IngestLimits limits, Calibrations calibrations) {
        this.ports = ports;
        BlockRules rules = new BlockRules(limits.block());
        this.opener = new BlockOpener(ports.blocks(), rules, calibrations);
        this.openerOfCalibrated = new BlockOpener(ports.blocks(), rules, Calibrations.NONE);
        this.deadLetters =
                new DeadLetterOffice(ports.log(), ports.deadLetters(), limits.block().bytes());
        this.duplicates = new DuplicateCounts(ports.database());
        this.start = new IngestStart(ports, limits, duplicates);
    }

    /** Begins to find out what the log holds; until that is done no block is taken. */
    public void start() {
        start.begin();
    }

    /** Completes when blocks are taken. */
    public CompletionStage<Void> ready() {
        return start.ready();
    }

    /**
     * Takes encoded blocks as they came in.
     *
     * @return completes when the log has every accepted block and every dead letter durably. A
     *     failed append is a failed stage ({@link Fault}, unavailable): the block does not count as
     *     arrived. Where the log fails at once, the rest of the call is not tried: each append may
     *     wait for a log that does not answer. The whole call may be repeated; blocks that did
     *     arrive are duplicates then.
     */
    public CompletionStage<IngestReport> accept(List<byte[]> encodedBlocks) {
        return accept(encodedBlocks, opener, deadLetters::refusedAtIngest);
    }

    /** What was done since the start; of the ledgers nothing before {@link #ready()}. */
    public IngestTotals totals() {
        return start.opened()
                .map(desks -> counts.with(desks.missing(), desks.count()))
                .orElseGet(() -> counts.with(0, 0));
    }

    /** Takes a block that has a dead letter already: a further refusal makes no second one. */
    CompletionStage<IngestReport> acceptAgain(byte[] encodedBlock) {
        return accept(List.of(encodedBlock), opener, NO_LETTER);
    }

    /** The same for a block from the log, which was calibrated on its way there. */
    CompletionStage<IngestReport> acceptCalibratedAgain(byte[] encodedBlock) {
        return accept(List.of(encodedBlock), openerOfCalibrated, NO_LETTER);
    }

    @Override
    public void close() {
        start.close();
    }

    private CompletionStage<IngestReport> accept(
            List<byte[]> encodedBlocks, BlockOpener with, DeadLetterBox deadLetterBox) {
        SourceDesks desks;
        try {
            desks = start.desks();
        } catch (Fault notReady) {
            return CompletableFuture.failedFuture(notReady);
        }
        List<Intake> intakes = new ArrayList<>(encodedBlocks.size());
        for (byte[] encoded : encodedBlocks) {
            Intake intake =
                    switch (with.open(encoded)) {
                        case BlockOpener.Opened.Block block -> take(block, desks, deadLetterBox);
                        case BlockOpener.Opened.Unreadable(RefusedBlock refused) ->
                                refuse(refused, encoded, deadLetterBox);
                    };
            intakes.add(intake);
            if (intake.durable().isCompletedExceptionally()) {
                // The call fails anyway, and each further append may block for its full limit.
                break;
            }
        }
        return CompletableFuture.allOf(
                        intakes.stream().map(Intake::durable).toArray(CompletableFuture[]::new))
                .handle((done, failure) -> counts.add(report(intakes, failure)));
    }

    private Intake take(
            BlockOpener.Opened.Block opened, SourceDesks desks, DeadLetterBox deadLetterBox) {
        TelemetryBlock block = opened.block();
        return switch (desks.admit(block, EpochNanos.of(ports.clock().instant()))) {
            case SourceDesk.Admission.Refused(BlockRefusal refusal) ->
                    refuse(RefusedBlock.of(block, refusal), opened.raw(), deadLetterBox);
            case SourceDesk.Admission.Repeated(CompletableFuture<Void> promise) -> {
                duplicates.add(block.source());
                yield new Intake.Duplicate(promise);
            }
            case SourceDesk.Admission.Reserved(CompletableFuture<Void> promise) -> {
                append(block, opened.encoded())
                        .whenComplete((position, failure) ->
                                desks.settle(block, Optional.ofNullable(failure)));
                yield new Intake.Accepted(promise);
            }
        };
    }

    private CompletionStage<LogPosition> append(TelemetryBlock block, byte[] encoded) {
        try {
            return ports.log().append(Topics.BLOCKS, block.entry().toString(), encoded);
        } catch (RuntimeException e) {
            // A reservation must never be left behind, whichever way the log says no.
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Intake refuse(RefusedBlock block, byte[] encoded, DeadLetterBox deadLetterBox) {
        try {
            return new Intake.Refused(
                    block, deadLetterBox.put(block, encoded).toCompletableFuture());
        } catch (RuntimeException e) {
            return new Intake.Refused(block, CompletableFuture.failedFuture(e));
        }
    }

    private static IngestReport report(List<Intake> intakes, @Nullable Throwable failure) {
        if (failure != null) {
            throw new CompletionException(faultOf(failure));
        }
        int accepted = 0;
        int duplicate = 0;
        List<RefusedBlock> refused = new ArrayList<>();
        for (Intake intake : intakes) {
            switch (intake) {
                case Intake.Accepted any -> accepted++;
                case Intake.Duplicate any -> duplicate++;
                case Intake.Refused(RefusedBlock block, CompletableFuture<?> durable) ->
                        refused.add(block);
            }
        }
        return new IngestReport(accepted, duplicate, refused);
    }

    private static Fault faultOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Fault fault
                ? fault
                : Fault.unavailable(
                        "log-append-failed",
                        "the log did not take a block: " + cause,
                        "send the blocks again",
                        failure);
    }

    /** Where a refused block is kept. */
    private interface DeadLetterBox {
        CompletionStage<?> put(RefusedBlock block, byte[] encoded);
    }
}
