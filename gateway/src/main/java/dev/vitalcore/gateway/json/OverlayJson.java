package dev.vitalcore.gateway.json;

import dev.vitalcore.timing.application.Overlays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two laps by distance; all arrays have equal length.
 *
 * @param deltaS above 0 where the other lap is behind
 * @param line where the reference was; null where it has no positions
 */
public record OverlayJson(
        double[] distanceM, double[] deltaS, List<Channel> channels, @Nullable PositionsJson line) {
    public static OverlayJson of(Overlays.Overlay overlay) {
        return new OverlayJson(
                overlay.distanceMetres(),
                overlay.deltaSeconds(),
                overlay.channels().stream().map(Channel::of).toList(),
                overlay.line().map(PositionsJson::of).orElse(null));
    }

    /** One channel of both laps. */
    public record Channel(String channel, String unit, double[] reference, double[] other) {
        static Channel of(Overlays.Channel channel) {
            return new Channel(
                    channel.spec().name(),
                    channel.spec().shownUnit(),
                    channel.reference(),
                    channel.other());
        }
    }
}
