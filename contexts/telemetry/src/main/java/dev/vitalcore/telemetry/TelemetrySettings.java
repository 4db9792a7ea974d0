package dev.vitalcore.telemetry;

import dev.vitalcore.telemetry.application.IngestLimits;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.time.Duration;

/**
 * The configuration of the context.
 *
 * @param silentAfter how long a source may send nothing before it counts as silent
 * @param writerRest how long the store writer rests once it has caught up: larger batches for less
 *     work, at the price of stores that are that much behind
 */
public record TelemetrySettings(
        IngestLimits limits, Calibrations calibrations, Duration silentAfter, Duration writerRest) {
    public TelemetrySettings {
        if (silentAfter.isNegative() || silentAfter.isZero()) {
            throw new IllegalArgumentException(
                    "silentAfter is " + silentAfter + ": use a positive duration, e.g. PT5S");
        }
        if (writerRest.isNegative()) {
            throw new IllegalArgumentException(
                    "writerRest is " + writerRest + ": use zero or more, e.g. PT0.1S");
        }
    }

    public static TelemetrySettings defaults() {
        return new TelemetrySettings(
                IngestLimits.defaults(),
                Calibrations.NONE,
                Duration.ofSeconds(5),
                Duration.ofMillis(100));
    }
}
