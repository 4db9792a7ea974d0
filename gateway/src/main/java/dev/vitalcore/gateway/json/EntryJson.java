package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.CatalogueEntry;
import dev.vitalcore.timing.application.EntrySummary;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A car in a session with the summary of its laps; null where there is no such lap. */
public record EntryJson(
        String car,
        @Nullable String driver,
        @Nullable String vehicle,
        int laps,
        @Nullable Double lastLapS,
        @Nullable Double bestLapS,
        @Nullable Integer bestLap,
        boolean bestUncertain,
        List<Double> bestSectorsS,
        @Nullable Double theoreticalBestS,
        @Nullable Double rollingBestS,
        int sectors,
        @Nullable Integer position,
        @Nullable Double gapS) {
    static EntryJson of(CatalogueEntry entry, EntrySummary timing) {
        return new EntryJson(
                entry.entry().car(),
                entry.driver().orElse(null),
                entry.vehicle().orElse(null),
                timing.laps(),
                seconds(timing.lastLapNanos()),
                seconds(timing.bestLapNanos()),
                number(timing.bestLap()),
                timing.bestUncertain(),
                timing.bestSectorNanos().stream().map(EpochNanos::toSeconds).toList(),
                seconds(timing.theoreticalBestNanos()),
                seconds(timing.rollingBestNanos()),
                timing.sectors(),
                number(timing.position()),
                seconds(timing.gapNanos()));
    }

    /** A car that timing has not seen yet. */
    static EntryJson untimed(CatalogueEntry entry) {
        return new EntryJson(
                entry.entry().car(),
                entry.driver().orElse(null),
                entry.vehicle().orElse(null),
                0,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                0,
                null,
                null);
    }

    private static @Nullable Double seconds(OptionalLong nanos) {
        return nanos.isPresent() ? EpochNanos.toSeconds(nanos.getAsLong()) : null;
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
