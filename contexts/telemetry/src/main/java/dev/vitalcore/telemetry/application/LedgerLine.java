package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.SequenceRange;
import java.util.List;

/**
 * The ledger of one source.
 *
 * @param arrived how many different blocks
 * @param missing numbers below the highest arrived that are not here
 * @param healed numbers that were missing and came later
 * @param duplicate how often a block came again; a diagnostic, behind by a second or so
 * @param refused how many blocks ingest refused
 */
public record LedgerLine(
        SourceId source,
        EntryId entry,
        long arrived,
        List<SequenceRange> missing,
        List<SequenceRange> healed,
        long duplicate,
        long refused) {
    public LedgerLine {
        missing = List.copyOf(missing);
        healed = List.copyOf(healed);
    }
}
