package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.SourceStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param firstSample ISO 8601, UTC; null where none has come
 * @param lastSample ISO 8601, UTC; null where none has come
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
        @Nullable String firstSample,
        @Nullable String lastSample,
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
                sampled(source, source.firstNanos()),
                sampled(source, source.lastNanos()),
                EpochNanos.toInstant(source.lastSeenNanos()).toString());
    }

    private static @Nullable String sampled(SourceStatus source, long nanos) {
        return source.firstNanos() <= source.lastNanos()
                ? EpochNanos.toInstant(nanos).toString()
                : null;
    }
}
