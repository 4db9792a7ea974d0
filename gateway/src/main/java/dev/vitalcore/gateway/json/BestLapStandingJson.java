package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.application.EntrySummary;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A car's line in the standing by best laps.
 *
 * @param position null without a flying lap that is known well
 * @param gapS behind the best lap of the session
 */
public record BestLapStandingJson(
        String car,
        @Nullable Integer position,
        int laps,
        @Nullable Double lastLapS,
        @Nullable Double bestLapS,
        @Nullable Integer bestLap,
        boolean bestUncertain,
        @Nullable Double gapS) {
    public static BestLapStandingJson of(EntrySummary summary) {
        return new BestLapStandingJson(
                summary.entry().car(),
                number(summary.position()),
                summary.laps(),
                seconds(summary.lastLapNanos()),
                seconds(summary.bestLapNanos()),
                number(summary.bestLap()),
                summary.bestUncertain(),
                seconds(summary.gapNanos()));
    }

    private static @Nullable Double seconds(OptionalLong nanos) {
        return nanos.isPresent() ? EpochNanos.toSeconds(nanos.getAsLong()) : null;
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
