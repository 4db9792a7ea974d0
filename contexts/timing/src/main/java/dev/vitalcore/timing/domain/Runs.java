package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of an entry: its sources, apart wherever none of them recorded for so long that what was
 * driven meanwhile, if anything, is unknown. Each run has its own out and in laps.
 *
 * <pre>
 *   logger A  ├──────┤                      ├────────┤
 *   logger B     ├─────┤                              ·├───┤
 *             └─ run 1 ┘   over 10 minutes  └─── run 2 ────┘
 * </pre>
 */
final class Runs {
    /** A source that has been silent for so long is not waited for either. */
    private static final long PAUSE_NANOS = Strand.HORIZON_NANOS;

    /** As long as a hole within one source must be. */
    private static final long LEAST_HOLE_NANOS = 2_500 * EpochNanos.PER_MILLI;

    private Runs() {}

    /** In the order of time; within a run the sources keep their order. At least one. */
    static List<List<SourceTiming>> of(List<SourceTiming> sources) {
        List<List<SourceTiming>> runs = new ArrayList<>();
        List<SourceTiming> run = new ArrayList<>();
        long covered = Long.MAX_VALUE;
        for (SourceTiming source : inTime(sources)) {
            if (covered != Long.MAX_VALUE && source.firstNanos() - covered > PAUSE_NANOS) {
                runs.add(ordered(run, sources));
                run = new ArrayList<>();
            }
            run.add(source);
            covered =
                    covered == Long.MAX_VALUE
                            ? source.lastNanos()
                            : Math.max(covered, source.lastNanos());
        }
        // Those without a sample yet are of the run under way.
        sources.stream().filter(source -> !hasSamples(source)).forEach(run::add);
        runs.add(ordered(run, sources));
        return runs;
    }

    /** Stretches between the sources of a run in which none recorded: a logger was changed. */
    static List<Testimony.Stretch> holesBetween(List<SourceTiming> run) {
        List<Testimony.Stretch> holes = new ArrayList<>();
        long covered = Long.MAX_VALUE;
        for (SourceTiming source : inTime(run)) {
            if (covered != Long.MAX_VALUE && source.firstNanos() - covered > LEAST_HOLE_NANOS) {
                holes.add(new Testimony.Stretch(covered, source.firstNanos()));
            }
            covered =
                    covered == Long.MAX_VALUE
                            ? source.lastNanos()
                            : Math.max(covered, source.lastNanos());
        }
        return holes;
    }

    private static List<SourceTiming> inTime(List<SourceTiming> sources) {
        return sources.stream()
                .filter(Runs::hasSamples)
                .sorted(Comparator.comparingLong(SourceTiming::firstNanos))
                .toList();
    }

    private static List<SourceTiming> ordered(List<SourceTiming> run, List<SourceTiming> all) {
        return all.stream().filter(run::contains).toList();
    }

    private static boolean hasSamples(SourceTiming source) {
        return source.firstNanos() <= source.lastNanos();
    }
}
