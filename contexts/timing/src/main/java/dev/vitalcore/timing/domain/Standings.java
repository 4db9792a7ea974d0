package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The order of a practice or qualifying: by best lap, of equal ones the one driven first. */
public final class Standings {
    private Standings() {}

    /**
     * The place of an entry.
     *
     * @param position from 1; empty without a flying lap that is known well
     * @param gapNanos behind the best lap of the session; empty without such a lap
     */
    public record Standing(EntryId entry, OptionalInt position, OptionalLong gapNanos) {}

    /** All entries, those without a flying lap last, by name. */
    public static List<Standing> byBestLap(Map<EntryId, LapSummary> summaries) {
        List<Map.Entry<EntryId, LapSummary>> order = new ArrayList<>(summaries.entrySet());
        order.sort(
                Comparator.<Map.Entry<EntryId, LapSummary>>comparingLong(
                                one -> nanosOf(one.getValue()))
                        .thenComparingLong(one -> drivenAt(one.getValue()))
                        .thenComparing(Map.Entry::getKey));
        List<Standing> standings = new ArrayList<>();
        long fastest = order.isEmpty() ? Long.MAX_VALUE : nanosOf(order.getFirst().getValue());
        for (Map.Entry<EntryId, LapSummary> one : order) {
            long nanos = nanosOf(one.getValue());
            boolean timed = nanos != Long.MAX_VALUE;
            standings.add(
                    new Standing(
                            one.getKey(),
                            timed ? OptionalInt.of(standings.size() + 1) : OptionalInt.empty(),
                            timed ? OptionalLong.of(nanos - fastest) : OptionalLong.empty()));
        }
        return standings;
    }

    private static long nanosOf(LapSummary summary) {
        return summary.knownBest().map(LapCompleted::durationNanos).orElse(Long.MAX_VALUE);
    }

    private static long drivenAt(LapSummary summary) {
        return summary.knownBest().map(LapCompleted::startNanos).orElse(Long.MAX_VALUE);
    }
}
