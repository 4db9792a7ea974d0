package dev.vitalcore.gateway.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapReference;
import dev.vitalcore.timing.application.Positions;
import dev.vitalcore.timing.domain.corner.Corner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The corners of a circuit.
 *
 * @param basis what they are found from
 */
public record CornersJson(Lap reference, String basis, List<CornerJson> corners) {
    public static CornersJson of(Corners.OnLap found) {
        List<CornerJson> corners = new ArrayList<>();
        for (int index = 0; index < found.corners().size(); index++) {
            int at = index;
            Place place = found.places().map(places -> Place.of(places, at)).orElse(null);
            corners.add(CornerJson.of(found.corners().get(index), place));
        }
        return new CornersJson(Lap.of(found.lap()), Words.of(found.basis()), corners);
    }

    /** Which lap. */
    public record Lap(String session, String car, int lap) {
        static Lap of(LapReference lap) {
            return new Lap(lap.entry().session().value(), lap.entry().car(), lap.lap());
        }
    }

    /**
     * One corner, in metres of the reference lap.
     *
     * @param direction null where it is not known
     * @param place of the apex; null where it is not known
     */
    public record CornerJson(
            int number,
            @Nullable String direction,
            double fromM,
            double apexM,
            double untilM,
            @Nullable Place place) {
        static CornerJson of(Corner corner, @Nullable Place place) {
            return new CornerJson(
                    corner.number(),
                    corner.direction().map(Words::of).orElse(null),
                    corner.fromMetres(),
                    corner.apexMetres(),
                    corner.untilMetres(),
                    place);
        }
    }

    /** On the Earth, or in the world of a game; the other pair is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double worldX,
            @Nullable Double worldY) {
        static Place of(Positions places, int index) {
            return switch (places) {
                case Positions.OnEarth earth ->
                        new Place(earth.latitude()[index], earth.longitude()[index], null, null);
                case Positions.InWorld world ->
                        new Place(null, null, world.x()[index], world.y()[index]);
            };
        }
    }
}
