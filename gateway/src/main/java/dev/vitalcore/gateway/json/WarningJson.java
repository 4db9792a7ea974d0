package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.kernel.EpochNanos;

/**
 * Something a human should know.
 *
 * @param subject by which a live frame withdraws it
 */
public record WarningJson(String subject, String code, String message, double atS) {
    public static WarningJson of(TimingWarned warning, long originNanos) {
        return new WarningJson(
                warning.subject(),
                warning.code(),
                warning.message(),
                EpochNanos.toSeconds(warning.timeNanos() - originNanos));
    }
}
