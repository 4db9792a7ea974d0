package dev.vitalcore.timing.domain.corner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a lap loses the most time to a reference: the three sections that cost the most, and what
 * the lap did otherwise there.
 *
 * @param losses the greatest first; fewer where fewer sections cost time
 * @param totalSeconds by which the whole lap is slower; below 0 where it is faster
 */
public record TimeLosses(List<Loss> losses, double totalSeconds) {
    private static final int MOST = 3;

    /** What is less is within the error of positions at 10 Hz. */
    private static final double LEAST_SECONDS = 0.02;

    public TimeLosses {
        losses = List.copyOf(losses);
    }

    /**
     * One section of the lap.
     *
     * @param corner empty where the circuit has none
     * @param reasons in the order of driving; empty where the channels show no difference
     */
    public record Loss(
            Optional<Corner> corner,
            double fromMetres,
            double untilMetres,
            double lostSeconds,
            List<Reason> reasons) {
        public Loss {
            reasons = List.copyOf(reasons);
        }

        /** The loss in a sentence. */
        public String text() {
            String what = reasons.isEmpty() ? "the channels do not show why" : because();
            return String.format(Locale.ROOT, "%s: %.2f s lost; %s", where(), lostSeconds, what);
        }

        private String because() {
            return String.join(", ", reasons.stream().map(Reason::text).toList());
        }

        private String where() {
            String metres = String.format(Locale.ROOT, "%.0f to %.0f m", fromMetres, untilMetres);
            return corner.map(at -> "Corner " + at.number() + turning(at) + ", " + metres)
                    .orElse("From " + metres);
        }

        private static String turning(Corner corner) {
            return corner.direction().map(way -> " (" + word(way) + ")").orElse("");
        }

        private static String word(Direction way) {
            return switch (way) {
                case LEFT -> "left";
                case RIGHT -> "right";
            };
        }
    }

    /**
     * @param reference laid on itself
     * @param lap with as many points
     */
    public static TimeLosses of(List<Corner> corners, LaidLap reference, LaidLap lap) {
        double length = reference.lengthMetres();
        List<Section> sections = Section.of(corners, length);
        Differences differences = new Differences(corners, reference, lap);
        List<Loss> losses = new ArrayList<>();
        for (int index = 0; index < sections.size(); index++) {
            Section section = sections.get(index);
            double lost =
                    CornerTable.behind(reference, lap, section.untilMetres())
                            - CornerTable.behind(reference, lap, section.fromMetres());
            if (lost >= LEAST_SECONDS) {
                losses.add(
                        new Loss(
                                section.corner(),
                                section.fromMetres(),
                                section.untilMetres(),
                                lost,
                                differences.in(section, index)));
            }
        }
        losses.sort(Comparator.comparingDouble(Loss::lostSeconds).reversed());
        return new TimeLosses(
                losses.subList(0, Math.min(MOST, losses.size())),
                CornerTable.behind(reference, lap, length));
    }
}
