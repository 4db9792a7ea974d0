package dev.vitalcore.telemetry.application;

/**
 * What ingest did since the start, and what the ledgers lack now.
 *
 * @param accepted blocks
 * @param duplicate how often a block came again
 * @param refused blocks
 * @param missing blocks of all sources that are not here and of which later ones are
 * @param sources that are known; the ledgers
 */
public record IngestTotals(
        long accepted, long duplicate, long refused, long missing, int sources) {}
