package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.util.Comparator;
import java.util.List;

/**
 * When the chequered flag fell: it is shown for the winner, and told a moment after the winner
 * passed the line. The page has the same rule ({@code model/chequered.ts}).
 */
final class ChequeredFlag {
    /** A message of the circuit is no later than this. */
    private static final long TOLD_WITHIN_NANOS = 2 * EpochNanos.PER_SECOND;

    private ChequeredFlag() {}

    /**
     * @param toldNanos when race control told it
     */
    static long fell(List<RaceRun> runs, long toldNanos) {
        return runs.stream()
                .filter(run -> run.countUntil(toldNanos) > 0)
                .map(run -> new Passing(run, run.countUntil(toldNanos)))
                .filter(passing -> toldNanos - passing.at() <= TOLD_WITHIN_NANOS)
                .max(
                        Comparator.comparingInt(Passing::laps)
                                .thenComparing(Passing::at, Comparator.reverseOrder()))
                .map(Passing::at)
                .orElse(toldNanos);
    }

    private record Passing(RaceRun run, int laps) {
        long at() {
            return run.passedAt(laps);
        }
    }
}
