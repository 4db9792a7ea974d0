package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.DeadLetterLine;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * @param recorded ISO 8601, UTC
 * @param redriven the latest outcome; null when it was not driven again
 */
public record DeadLetterJson(
        String id,
        String source,
        long sequence,
        String code,
        String cause,
        String recorded,
        @Nullable String redriven) {
    public static DeadLetterJson of(DeadLetterLine letter) {
        return new DeadLetterJson(
                letter.id(),
                letter.source(),
                letter.sequence(),
                letter.code(),
                letter.cause(),
                EpochNanos.toInstant(letter.recordedNanos()).toString(),
                letter.redriven().orElse(null));
    }
}
