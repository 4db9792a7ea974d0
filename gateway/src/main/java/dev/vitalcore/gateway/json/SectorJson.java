package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.kernel.EpochNanos;

/** A sector of the lap under way is over. */
public record SectorJson(int lap, int sector, double startS, double timeS) {
    public static SectorJson of(SectorCompleted sector, long originNanos) {
        return new SectorJson(
                sector.lap(),
                sector.sector(),
                EpochNanos.toSeconds(sector.startNanos() - originNanos),
                EpochNanos.toSeconds(sector.durationNanos()));
    }
}
