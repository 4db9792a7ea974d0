package dev.vitalcore.gateway.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vitalcore.timing.application.Positions;
import org.jspecify.annotations.Nullable;

/** Where a car was: on the Earth, or in the world of a game; the other pair is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionsJson(
        double @Nullable [] latitude,
        double @Nullable [] longitude,
        double @Nullable [] worldX,
        double @Nullable [] worldY) {
    public static PositionsJson of(Positions positions) {
        return switch (positions) {
            case Positions.OnEarth earth ->
                    new PositionsJson(earth.latitude(), earth.longitude(), null, null);
            case Positions.InWorld world -> new PositionsJson(null, null, world.x(), world.y());
        };
    }
}
