package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.kernel.EpochNanos;

/** Something a human should know. */
public record WarningJson(String code, String message, double atS) {
    public static WarningJson of(TimingWarned warning, long originNanos) {
        return new WarningJson(
                warning.code(),
                warning.message(),
                EpochNanos.toSeconds(warning.timeNanos() - originNanos));
    }
}
