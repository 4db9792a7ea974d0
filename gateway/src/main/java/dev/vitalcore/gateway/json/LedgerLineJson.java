package dev.vitalcore.gateway.json;

import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.domain.SequenceRange;
import java.util.List;

/** The ledger of one source; ranges are [first, last], both included. */
public record LedgerLineJson(
        String source,
        String car,
        long arrived,
        List<List<Long>> missing,
        List<List<Long>> healed,
        long duplicate,
        long refused) {
    public static LedgerLineJson of(LedgerLine line) {
        return new LedgerLineJson(
                line.source().value(),
                line.entry().car(),
                line.arrived(),
                ranges(line.missing()),
                ranges(line.healed()),
                line.duplicate(),
                line.refused());
    }

    private static List<List<Long>> ranges(List<SequenceRange> ranges) {
        return ranges.stream().map(range -> List.of(range.first(), range.last())).toList();
    }
}
