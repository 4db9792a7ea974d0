package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.domain.LapCertainty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lap.
 *
 * @param statedNumber what the logger or game calls it; null where it counts none
 * @param uncertaintyS by how much the time may be off, as far as the data can tell
 * @param uncertain so much that the lap is never best, nor what others are measured by
 * @param provisional blocks of the car are missing that may still come and correct the lap
 */
public record LapJson(
        int number,
        @Nullable Integer statedNumber,
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
                lap.statedNumber().isPresent() ? lap.statedNumber().getAsInt() : null,
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
