package dev.vitalcore.gateway.json;

import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.domain.corner.CornerPassage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How laps went through the corners of the reference.
 *
 * @param referenceUncertain its time is not known well, so no row tells what is lost
 * @param rows lap by lap as asked for, corner by corner
 */
public record CornerTableJson(
        CornersJson.Lap reference,
        boolean referenceUncertain,
        List<CornersJson.CornerJson> corners,
        List<Lap> laps,
        List<Row> rows) {
    public static CornerTableJson of(Corners.Comparison table) {
        CornersJson found = CornersJson.of(table.reference());
        return new CornerTableJson(
                found.reference(),
                table.referenceUncertain(),
                found.corners(),
                table.laps().stream().map(Lap::of).toList(),
                table.laps().stream()
                        .flatMap(lap ->
                                lap.passages().stream().map(passage -> Row.of(table, lap, passage)))
                        .toList());
    }

    /**
     * A lap that is compared.
     *
     * @param uncertain its time is not known well, so its rows have no times
     * @param brakeFrom what its brake points are taken from; null where nothing tells them
     */
    public record Lap(
            String session,
            String car,
            int lap,
            double timeS,
            boolean uncertain,
            @Nullable String brakeFrom) {
        static Lap of(Corners.LapInCorners lap) {
            CornersJson.Lap name = CornersJson.Lap.of(lap.lap());
            return new Lap(
                    name.session(),
                    name.car(),
                    name.lap(),
                    lap.lapSeconds(),
                    lap.uncertain(),
                    switch (lap.brakeSign()) {
                        case BRAKE, BRAKE_PRESSURE, DECELERATION -> Words.of(lap.brakeSign());
                        case NOTHING -> null;
                    });
        }
    }

    /** One lap in one corner; NaN, which is written as null, where a value is not known. */
    public record Row(
            String session,
            String car,
            int lap,
            int corner,
            double entryKmh,
            double apexKmh,
            double apexM,
            double exitKmh,
            double brakeM,
            double brakeLaterM,
            double throttleM,
            double cornerS,
            double lostS,
            double lostSoFarS) {
        static Row of(Corners.Comparison table, Corners.LapInCorners lap, CornerPassage passage) {
            boolean lossKnown = !table.referenceUncertain() && !lap.uncertain();
            CornersJson.Lap name = CornersJson.Lap.of(lap.lap());
            return new Row(
                    name.session(),
                    name.car(),
                    name.lap(),
                    passage.corner(),
                    passage.entrySpeedKmh(),
                    passage.apexSpeedKmh(),
                    passage.apexMetres(),
                    passage.exitSpeedKmh(),
                    passage.brakeMetres(),
                    passage.brakeLaterMetres(),
                    passage.throttleMetres(),
                    lap.uncertain() ? Double.NaN : passage.cornerSeconds(),
                    lossKnown ? passage.lostSeconds() : Double.NaN,
                    lossKnown ? passage.lostSoFarSeconds() : Double.NaN);
        }
    }
}
