package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockArrived;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockDuplicated;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockWithdrawn;
import java.util.Optional;

/**
 * All that is known of one source: a fold over its blocks. Ingest folds what it lets pass, the
 * store writer folds what it reads from the log; both are this one function.
 */
public record SourceState(
        SourceId source,
        EntryId entry,
        Ledger ledger,
        KnownChannels channels,
        TimeFence fence,
        SourceTotals totals,
        Optional<Declared> declared) {
    /** A source before its first block; it belongs to the entry from then on. */
    public static SourceState unseen(SourceId source, EntryId entry) {
        return new SourceState(
                source,
                entry,
                Ledger.EMPTY,
                KnownChannels.NONE,
                TimeFence.NONE,
                SourceTotals.NONE,
                Optional.empty());
    }

    /** The same source with what was kept of its channels elsewhere. */
    public SourceState withChannels(KnownChannels known) {
        return new SourceState(source, entry, ledger, known, fence, totals, declared);
    }

    public boolean has(long sequence) {
        return ledger.arrived().contains(sequence);
    }

    /**
     * Whether the block has a number that has come and yet cannot be the block that came: it begins
     * after all that the source has sent. A logger that restarts and numbers from 0 again does
     * that.
     */
    public boolean isReusedBy(TelemetryBlock block) {
        long first = block.firstNanos();
        boolean hasRows = first != Long.MAX_VALUE;
        return hasRows && has(block.sequence()) && first > totals.lastNanos();
    }

    /** The state after the block, which may be one that has come before. */
    public SourceState evolve(TelemetryBlock block, long recordedNanos) {
        LedgerEvent event = ledger.decide(block.sequence());
        Ledger after = ledger.evolve(event);
        if (event instanceof BlockDuplicated) {
            return new SourceState(
                    source,
                    entry,
                    after,
                    channels,
                    fence,
                    totals.seenAgain(recordedNanos),
                    declared);
        }
        return new SourceState(
                source,
                entry,
                after,
                channels.evolve(block.layout()),
                fence.evolve(block),
                totals.evolve(block, recordedNanos, event instanceof BlockArrived),
                declared.or(() -> block.declaration().map(Declared::of)));
    }

    /**
     * The state after a block that was counted could not be put on the log. What was learned of
     * channels and times stays: the source sends the same block again.
     */
    public SourceState withdraw(long sequence) {
        return new SourceState(
                source,
                entry,
                ledger.evolve(new BlockWithdrawn(sequence)),
                channels,
                fence,
                totals,
                declared);
    }
}
