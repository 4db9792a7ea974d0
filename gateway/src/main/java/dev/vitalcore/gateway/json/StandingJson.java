package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.application.RaceStanding;
import dev.vitalcore.timing.domain.RaceOrder;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A car's line in the standing of a race. Of each gap either the time or the laps are null, and
 * both where there is none or none is known.
 *
 * @param inPit null where the track has not both a pit entry and a pit exit
 */
public record StandingJson(
        String car,
        int position,
        int laps,
        @Nullable Double gapS,
        @Nullable Integer gapLaps,
        @Nullable Double intervalS,
        @Nullable Integer intervalLaps,
        @Nullable Double lastLapS,
        @Nullable Double bestLapS,
        @Nullable Boolean inPit) {
    public static StandingJson of(RaceStanding standing) {
        RaceOrder.Place place = standing.place();
        return new StandingJson(
                place.entry().car(),
                place.position(),
                place.laps(),
                seconds(place.gap()),
                laps(place.gap()),
                seconds(place.interval()),
                laps(place.interval()),
                seconds(place.lastLapNanos()),
                seconds(place.bestLapNanos()),
                standing.inPit().orElse(null));
    }

    private static @Nullable Double seconds(RaceOrder.Gap gap) {
        return switch (gap) {
            case RaceOrder.Gap.Time time -> EpochNanos.toSeconds(time.nanos());
            case RaceOrder.Gap.Laps laps -> null;
            case RaceOrder.Gap.None none -> null;
            case RaceOrder.Gap.Unknown unknown -> null;
        };
    }

    private static @Nullable Integer laps(RaceOrder.Gap gap) {
        return switch (gap) {
            case RaceOrder.Gap.Laps laps -> laps.laps();
            case RaceOrder.Gap.Time time -> null;
            case RaceOrder.Gap.None none -> null;
            case RaceOrder.Gap.Unknown unknown -> null;
        };
    }

    private static @Nullable Double seconds(OptionalLong nanos) {
        return nanos.isPresent() ? EpochNanos.toSeconds(nanos.getAsLong()) : null;
    }
}
