package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.domain.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A lap as it was known.
 *
 * @param recorded since when
 * @param superseded when it was corrected or withdrawn; null while it holds
 */
public record KnownLapJson(String car, LapJson lap, String recorded, @Nullable String superseded) {
    /**
     * @param revision of a lap
     * @param hole whether blocks of the car are missing that may still come
     */
    public static KnownLapJson of(Revision revision, long originNanos, boolean hole) {
        boolean holds = revision.supersededNanos().isEmpty();
        return new KnownLapJson(
                revision.event().entry().car(),
                LapJson.of((LapCompleted) revision.event(), originNanos, hole || !holds),
                moment(revision.recordedNanos()),
                holds ? null : moment(revision.supersededNanos().getAsLong()));
    }

    private static String moment(long nanos) {
        return EpochNanos.toInstant(nanos).toString();
    }
}
