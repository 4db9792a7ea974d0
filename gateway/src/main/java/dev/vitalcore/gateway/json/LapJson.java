package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import java.util.List;

/**
 * A lap.
 *
 * @param provisional blocks of the car are missing that may still come and correct the lap
 */
public record LapJson(
        int number,
        String kind,
        double startS,
        double timeS,
        List<Double> sectorsS,
        String witness,
        int revision,
        boolean provisional) {
    public static LapJson of(LapCompleted lap, long originNanos, boolean provisional) {
        return new LapJson(
                lap.number(),
                Words.of(lap.kind()),
                EpochNanos.toSeconds(lap.startNanos() - originNanos),
                EpochNanos.toSeconds(lap.durationNanos()),
                lap.sectorNanos().stream().map(EpochNanos::toSeconds).toList(),
                Words.of(lap.endedBy()),
                lap.revision(),
                provisional);
    }
}
