package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.SeriesStore;
import org.jspecify.annotations.Nullable;

/**
 * A channel that is kept.
 *
 * @param rateHz null where samples come irregularly
 * @param expression what it is calculated from; null of a recorded one
 */
public record ChannelJson(
        String name,
        String originalName,
        String unit,
        String originalUnit,
        @Nullable Double rateHz,
        @Nullable String expression) {
    public static ChannelJson of(SeriesStore.KeptChannel channel) {
        return new ChannelJson(
                channel.spec().name(),
                channel.spec().originalName(),
                channel.spec().shownUnit(),
                channel.spec().originalUnit(),
                channel.periodNanos() == 0
                        ? null
                        : (double) EpochNanos.PER_SECOND / channel.periodNanos(),
                switch (channel.spec().origin()) {
                    case ChannelSpec.Recorded() -> null;
                    case ChannelSpec.Calculated calculated -> calculated.expression();
                });
    }
}
