package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The figures of an entry that a timing table shows.
 *
 * @param laps how many were completed at the line, partial ones left out
 * @param last the last of them
 * @param best the fastest flying lap, the earlier of equal ones; {@linkplain LapCertainty
 *     uncertain} only where the entry has none that is known well
 * @param bestSectorNanos the fastest of each sector over all flying laps that are known well; empty
 *     without sectors
 * @param rollingBestNanos the fastest time over a full lap from any sector gate to the same gate
 */
public record LapSummary(
        int laps,
        Optional<LapCompleted> last,
        Optional<LapCompleted> best,
        List<Long> bestSectorNanos,
        OptionalLong rollingBestNanos) {
    public LapSummary {
        bestSectorNanos = List.copyOf(bestSectorNanos);
    }

    /** The summary of laps given by number. */
    public static LapSummary of(List<LapCompleted> laps) {
        List<LapCompleted> completed =
                laps.stream()
                        .filter(lap -> lap.kind() != LapKind.PARTIAL)
                        .filter(lap -> lap.endedBy() != Witness.RECORDING)
                        .toList();
        List<LapCompleted> flying =
                completed.stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
        List<LapCompleted> known =
                flying.stream().filter(lap -> !LapCertainty.uncertain(lap)).toList();
        Optional<LapCompleted> last =
                completed.isEmpty() ? Optional.empty() : Optional.of(completed.getLast());
        return new LapSummary(
                completed.size(),
                last,
                LapCertainty.comparable(flying).stream()
                        .min(Comparator.comparingLong(LapCompleted::durationNanos)),
                bestSectors(known),
                rollingBest(known));
    }

    /** The best lap where others may be measured by it. */
    Optional<LapCompleted> knownBest() {
        return best.filter(lap -> !LapCertainty.uncertain(lap));
    }

    /** The sum of the best sectors: what the entry could drive in one go. */
    public OptionalLong theoreticalBestNanos() {
        return bestSectorNanos.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(bestSectorNanos.stream().mapToLong(Long::longValue).sum());
    }

    private static int sectorCount(List<LapCompleted> flying) {
        return flying.stream().mapToInt(lap -> lap.sectorNanos().size()).max().orElse(0);
    }

    private static List<Long> bestSectors(List<LapCompleted> flying) {
        int count = sectorCount(flying);
        List<Long> best = new ArrayList<>();
        for (int sector = 0; sector < count; sector++) {
            int which = sector;
            best.add(
                    flying.stream()
                            .filter(lap -> lap.sectorNanos().size() == count)
                            .mapToLong(lap -> lap.sectorNanos().get(which))
                            .min()
                            .orElseThrow());
        }
        return best;
    }

    private static OptionalLong rollingBest(List<LapCompleted> flying) {
        OptionalLong best = flying.stream().mapToLong(LapCompleted::durationNanos).min();
        int count = sectorCount(flying);
        for (int index = 1; index < flying.size(); index++) {
            List<Long> before = flying.get(index - 1).sectorNanos();
            List<Long> after = flying.get(index).sectorNanos();
            boolean follows = flying.get(index).number() == flying.get(index - 1).number() + 1;
            if (count > 0 && follows && before.size() == count && after.size() == count) {
                best = OptionalLong.of(Math.min(best.getAsLong(), fastestAcross(before, after)));
            }
        }
        return best;
    }

    /** The fastest lap that begins at a sector gate of one lap and ends there in the next. */
    private static long fastestAcross(List<Long> before, List<Long> after) {
        long time = before.stream().mapToLong(Long::longValue).sum();
        long fastest = time;
        for (int sector = 0; sector < before.size(); sector++) {
            time += after.get(sector) - before.get(sector);
            fastest = Math.min(fastest, time);
        }
        return fastest;
    }
}
