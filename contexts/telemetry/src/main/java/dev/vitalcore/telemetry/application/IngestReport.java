package dev.vitalcore.telemetry.application;

import java.util.List;

/**
 * What became of the blocks of one call.
 *
 * @param accepted now in the log
 * @param duplicate were in the log before
 * @param refused in the order in which they were given
 */
public record IngestReport(int accepted, int duplicate, List<RefusedBlock> refused) {
    public IngestReport {
        refused = List.copyOf(refused);
    }
}
