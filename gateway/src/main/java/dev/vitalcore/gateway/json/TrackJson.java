package dev.vitalcore.gateway.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.timing.application.LapSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The track of a session.
 *
 * @param outline null where no lap shows it yet
 * @param trackData whether there is a provider of circuits that may be asked
 */
public record TrackJson(List<GateJson> gates, @Nullable Outline outline, boolean trackData) {
    public static TrackJson of(
            List<DeclaredGate> gates, @Nullable Outline outline, boolean trackData) {
        return new TrackJson(GateJson.of(gates), outline, trackData);
    }

    /** The way of one car in one lap. */
    public record Outline(
            String car, int lap, @JsonUnwrapped PositionsJson positions, double[] distanceM) {
        public static Outline of(String car, int lap, LapSeries.Outline outline) {
            return new Outline(
                    car, lap, PositionsJson.of(outline.positions()), outline.distanceMetres());
        }
    }
}
