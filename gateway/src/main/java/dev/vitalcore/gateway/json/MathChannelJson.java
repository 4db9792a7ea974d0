package dev.vitalcore.gateway.json;

import dev.vitalcore.telemetry.application.MathChannel;
import org.jspecify.annotations.Nullable;

/**
 * A saved math channel.
 *
 * @param unit as stated; null where none is
 */
public record MathChannelJson(
        String name, String expression, @Nullable String unit, String description) {
    public static MathChannelJson of(MathChannel channel) {
        return new MathChannelJson(
                channel.name(),
                channel.expression(),
                channel.unit().orElse(null),
                channel.description());
    }
}
