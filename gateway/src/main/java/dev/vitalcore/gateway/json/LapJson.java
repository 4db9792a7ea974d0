package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.domain.LapCertainty;
import java.util.List;

/**
 * A lap.
 *
 * @param uncertaintyS by how much the time may be off, as far as the data can tell
 * @param uncertain so much that the lap is never best, nor what others are measured by
 * @param provisional blocks of the car are missing that may still come and correct the lap
 */
public record LapJson(
        int number,
        String kind,
        double startS,
        double timeS,
        List<Double> sectorsS,
        String witness,
        double uncertaintyS,
        boolean uncertain,
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
                EpochNanos.toSeconds(lap.uncertaintyNanos()),
                LapCertainty.uncertain(lap),
                lap.revision(),
                provisional);
    }
}
