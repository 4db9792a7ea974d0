package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.LapCertainty;
import dev.vitalcore.timing.domain.LapSummary;
import dev.vitalcore.timing.domain.Standings;
import dev.vitalcore.timing.domain.Standings.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The line of an entry in the timing table.
 *
 * @param laps how many were completed at the line
 * @param bestLap number of the fastest flying lap
 * @param bestUncertain the car has no flying lap that is known well; nothing is measured by this
 *     one
 * @param bestSectorNanos the fastest of each sector over all flying laps; empty without sectors
 * @param theoreticalBestNanos the sum of the best sectors
 * @param rollingBestNanos the fastest time over a full lap from any gate to the same gate
 * @param sectors how many sectors a lap has; 0 where the track has no sector gates
 * @param position in the session by best lap, from 1
 * @param gapNanos behind the best lap of the session
 */
public record EntrySummary(
        EntryId entry,
        int laps,
        OptionalLong lastLapNanos,
        OptionalLong bestLapNanos,
        OptionalInt bestLap,
        boolean bestUncertain,
        List<Long> bestSectorNanos,
        OptionalLong theoreticalBestNanos,
        OptionalLong rollingBestNanos,
        int sectors,
        OptionalInt position,
        OptionalLong gapNanos) {
    public EntrySummary {
        bestSectorNanos = List.copyOf(bestSectorNanos);
    }

    /** In the order of their positions. */
    static List<EntrySummary> ofAll(Map<EntryId, LapBook> books) {
        Map<EntryId, LapSummary> laps = new HashMap<>();
        books.forEach((entry, book) -> laps.put(entry, LapSummary.of(book.laps())));
        List<EntrySummary> summaries = new ArrayList<>();
        for (Standing standing : Standings.byBestLap(laps)) {
            LapBook book = Objects.requireNonNull(books.get(standing.entry()));
            LapSummary summary = Objects.requireNonNull(laps.get(standing.entry()));
            summaries.add(of(summary, sectorCount(book, summary), standing));
        }
        return summaries;
    }

    private static EntrySummary of(LapSummary laps, int sectors, Standing standing) {
        return new EntrySummary(
                standing.entry(),
                laps.laps(),
                nanos(laps.last()),
                nanos(laps.best()),
                laps.best().map(lap -> OptionalInt.of(lap.number())).orElse(OptionalInt.empty()),
                laps.best().filter(LapCertainty::uncertain).isPresent(),
                laps.bestSectorNanos(),
                laps.theoreticalBestNanos(),
                laps.rollingBestNanos(),
                sectors,
                standing.position(),
                standing.gapNanos());
    }

    private static OptionalLong nanos(Optional<LapCompleted> lap) {
        return lap.map(one -> OptionalLong.of(one.durationNanos())).orElse(OptionalLong.empty());
    }

    /** By the gates where the track has sector gates, else as the laps themselves show. */
    private static int sectorCount(LapBook book, LapSummary summary) {
        long gates =
                book.track().stream()
                        .flatMap(track -> track.gates().stream())
                        .filter(gate -> gate.kind() == Kind.SECTOR)
                        .count();
        return gates > 0 ? (int) gates + 1 : summary.bestSectorNanos().size();
    }
}
