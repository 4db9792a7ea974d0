package dev.vitalcore.timing.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds passings that a hole must have hidden although the straight way over the hole does not lead
 * over the line: the lap is far too long, and a hole lies within it.
 */
final class MissedPassings {
    /** Two laps in one take about twice the time; a slow lap behind a safety car takes less. */
    private static final double TOO_LONG = 1.6;

    /** A hole shorter than this share of a lap hides only a line that it leads over. */
    private static final double LEAST_HOLE = 0.1;

    private static final int LEAST_LAPS = 3;

    private MissedPassings() {}

    /**
     * Holes that hid a passing which no witness knows of.
     *
     * @param unseen where a passing is known to be hidden already
     */
    static List<Testimony.Stretch> find(
            List<Passing> passings, List<Testimony.Stretch> unseen, List<Testimony.Stretch> holes) {
        List<Testimony.Stretch> found = new ArrayList<>();
        if (holes.isEmpty() || passings.size() <= LEAST_LAPS) {
            return found;
        }
        long usual = medianLap(passings);
        for (int index = 1; index < passings.size(); index++) {
            long from = passings.get(index - 1).at();
            long to = passings.get(index).at();
            boolean explained =
                    // A lap time that the logger vouches for needs no second guess.
                    passings.get(index).hasReport()
                            || unseen.stream().anyMatch(gap -> gap.from() > from && gap.to() <= to);
            if (to - from > TOO_LONG * usual && !explained) {
                holes.stream()
                        .filter(hole -> hole.from() > from && hole.to() < to)
                        .filter(hole -> hole.to() - hole.from() > LEAST_HOLE * usual)
                        .findFirst()
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static long medianLap(List<Passing> passings) {
        long[] laps = new long[passings.size() - 1];
        for (int index = 0; index < laps.length; index++) {
            laps[index] = passings.get(index + 1).at() - passings.get(index).at();
        }
        Arrays.sort(laps);
        return laps[laps.length / 2];
    }
}
