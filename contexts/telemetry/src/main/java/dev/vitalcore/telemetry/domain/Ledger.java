package dev.vitalcore.telemetry.domain;

import dev.vitalcore.telemetry.domain.LedgerEvent.BlockArrived;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockDuplicated;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockHealed;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockRefused;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockWithdrawn;

/**
 * Which block numbers of one source arrived.
 *
 * <pre>
 *   arrived   0 1 2 3 . . 6 7 . 9      missing = the holes below the highest arrived
 *   healed        2 3                  were missing once
 * </pre>
 *
 * <p>Bounded. {@code arrived} must stay exact, since it tells duplicates from new blocks: ingest
 * refuses a block that would open a hole beyond {@link #MOST_HOLES} ({@link #opensOneHoleTooMany}).
 * {@code healed} is for people: beyond {@link #MOST_HEALED_RANGES} its lowest ranges become one,
 * which then also spans blocks that were never missing.
 */
public record Ledger(SequenceRanges arrived, SequenceRanges healed, long duplicates, long refused) {
    public static final int MOST_HOLES = 1_000;
    public static final int MOST_HEALED_RANGES = 1_000;

    public static final Ledger EMPTY = new Ledger(SequenceRanges.NONE, SequenceRanges.NONE, 0, 0);

    /** What the arrival of the block number means. */
    public LedgerEvent decide(long sequence) {
        if (arrived.contains(sequence)) {
            return new BlockDuplicated(sequence);
        }
        return sequence > arrived.highest()
                ? new BlockArrived(sequence)
                : new BlockHealed(sequence);
    }

    public Ledger evolve(LedgerEvent event) {
        return switch (event) {
            case BlockArrived(long sequence) -> withArrived(arrived.plus(sequence));
            case BlockHealed(long sequence) ->
                    new Ledger(
                            arrived.plus(sequence),
                            healed.plus(sequence).coarsenedTo(MOST_HEALED_RANGES),
                            duplicates,
                            refused);
            case BlockDuplicated duplicated -> new Ledger(arrived, healed, duplicates + 1, refused);
            case BlockRefused blockRefused -> new Ledger(arrived, healed, duplicates, refused + 1);
            case BlockWithdrawn(long sequence) ->
                    new Ledger(
                            arrived.minus(sequence), healed.minus(sequence), duplicates, refused);
        };
    }

    /** Numbers below the highest arrived that are not here. */
    public SequenceRanges missing() {
        return arrived.holes();
    }

    /** Whether taking the block would leave more holes than can be remembered. */
    public boolean opensOneHoleTooMany(long sequence) {
        return arrived.rangeCount() >= MOST_HOLES
                && arrived.plus(sequence).rangeCount() > MOST_HOLES;
    }

    private Ledger withArrived(SequenceRanges ranges) {
        return new Ledger(ranges, healed, duplicates, refused);
    }
}
