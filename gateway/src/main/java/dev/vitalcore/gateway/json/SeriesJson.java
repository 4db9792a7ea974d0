package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.timing.application.LapSeries;
import java.util.List;

/**
 * Series of channels.
 *
 * @param by {@code time} or {@code distance}
 * @param xUnit {@code s} or {@code m}
 */
public record SeriesJson(String by, String xUnit, List<Line> series) {
    public SeriesJson {
        series = List.copyOf(series);
    }

    /** Series by the time since the origin. */
    public static SeriesJson byTime(List<SeriesStore.Series> series, long originNanos) {
        return new SeriesJson(
                "time", "s", series.stream().map(one -> Line.of(one, originNanos)).toList());
    }

    /** Series of a lap by the time since it began. */
    public static SeriesJson ofLapByTime(List<LapSeries.Line> lines) {
        return new SeriesJson("time", "s", lines.stream().map(Line::of).toList());
    }

    /** Series of a lap by the distance since it began. */
    public static SeriesJson ofLapByDistance(List<LapSeries.Line> lines) {
        return new SeriesJson("distance", "m", lines.stream().map(Line::of).toList());
    }

    /** One channel; x and y have equal length. */
    public record Line(String channel, String unit, double[] x, double[] y) {
        static Line of(LapSeries.Line line) {
            return new Line(line.spec().name(), line.spec().shownUnit(), line.x(), line.y());
        }

        static Line of(SeriesStore.Series series, long originNanos) {
            double[] x = new double[series.times().length];
            for (int i = 0; i < x.length; i++) {
                x[i] = EpochNanos.toSeconds(series.times()[i] - originNanos);
            }
            return new Line(series.spec().name(), series.spec().shownUnit(), x, series.values());
        }
    }
}
