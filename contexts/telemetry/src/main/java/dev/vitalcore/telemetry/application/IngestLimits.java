package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.BlockLimits;

/**
 * How much ingest takes.
 *
 * @param sources how many sources there may ever be: each is kept in memory with its ledger (about
 *     1 KiB where it sends in order)
 */
public record IngestLimits(BlockLimits block, int sources) {
    public IngestLimits {
        if (sources < 1) {
            throw new IllegalArgumentException("limit sources is " + sources + ": use at least 1");
        }
    }

    public static IngestLimits defaults() {
        return new IngestLimits(BlockLimits.defaults(), 10_000);
    }
}
