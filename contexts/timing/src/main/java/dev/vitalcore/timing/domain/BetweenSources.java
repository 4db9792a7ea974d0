package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time between the sources of an entry in which none of them recorded: a logger that
 * was changed, or the hours between two runs.
 *
 * @param holes short ones, which a lap may span
 * @param pauses long ones, which end a run: what was driven in them, if anything, is unknown
 */
record BetweenSources(List<Testimony.Stretch> holes, List<Testimony.Stretch> pauses) {
    /** As long as a hole within one source must be. */
    private static final long LEAST_NANOS = 2_500 * EpochNanos.PER_MILLI;

    /** A source that has been silent for so long is not waited for either. */
    private static final long PAUSE_NANOS = Strand.HORIZON_NANOS;

    static BetweenSources of(List<SourceTiming> sources) {
        List<SourceTiming> inTime =
                sources.stream()
                        .filter(source -> source.firstNanos() <= source.lastNanos())
                        .sorted(Comparator.comparingLong(SourceTiming::firstNanos))
                        .toList();
        List<Testimony.Stretch> holes = new ArrayList<>();
        List<Testimony.Stretch> pauses = new ArrayList<>();
        long covered = inTime.isEmpty() ? Long.MAX_VALUE : inTime.getFirst().firstNanos();
        for (SourceTiming source : inTime) {
            long dark = source.firstNanos() - covered;
            if (dark > LEAST_NANOS) {
                (dark > PAUSE_NANOS ? pauses : holes)
                        .add(new Testimony.Stretch(covered, source.firstNanos()));
            }
            covered = Math.max(covered, source.lastNanos());
        }
        return new BetweenSources(holes, pauses);
    }
}
