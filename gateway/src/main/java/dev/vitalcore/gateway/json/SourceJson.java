package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.SourceStatus;

/**
 * How a source is doing.
 *
 * @param lastSeen ISO 8601, UTC: when the log took its latest block
 */
public record SourceJson(
        String id,
        String session,
        String car,
        String format,
        String state,
        long lastBlock,
        long samples,
        double rateSamplesPerS,
        String lastSeen) {
    public static SourceJson of(SourceStatus source) {
        return new SourceJson(
                source.source().value(),
                source.entry().session().value(),
                source.entry().car(),
                source.format(),
                Words.of(source.state()),
                source.lastBlock(),
                source.samples(),
                source.samplesPerSecond(),
                EpochNanos.toInstant(source.lastSeenNanos()).toString());
    }
}
