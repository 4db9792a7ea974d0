package dev.vitalcore.timing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the loggers call the laps: what their lap counters show in the middle of each. */
final class StatedNumbers {
    /** More laps than this nobody counts: a counter that shows it counts something else. */
    private static final int MOST = 9_999;

    private final List<SourceTiming> sources;

    StatedNumbers(List<SourceTiming> sources) {
        this.sources = sources;
    }

    List<Verdict.Lap> of(List<Verdict.Lap> laps) {
        List<Verdict.Lap> numbered = new ArrayList<>(laps.size());
        for (Verdict.Lap lap : laps) {
            numbered.add(lap.withStatedNumber(at(lap.startNanos() + lap.durationNanos() / 2)));
        }
        return numbered;
    }

    private OptionalInt at(long time) {
        for (SourceTiming source : sources) {
            SignalTracker counter = source.signal(Signal.LAP_COUNTER);
            boolean heard = time >= source.firstNanos() && time <= source.lastNanos();
            if (counter != null && heard) {
                double shown = shownAt(time, counter.first(), source.evidence(Signal.LAP_COUNTER));
                return shown >= 0 && shown <= MOST && shown == Math.rint(shown)
                        ? OptionalInt.of((int) shown)
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static double shownAt(long time, double first, List<Evidence> steps) {
        double shown = first;
        for (Evidence evidence : steps) {
            if (evidence instanceof Evidence.Step step && step.at() <= time) {
                shown = step.to();
            }
        }
        return shown;
    }
}
