package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.List;

/** Divides laps at the sector gates, or by the split times that the logger states. */
final class Sectors {
    /** A split time is shown this much after the split at the latest. */
    private static final double SPLIT_LATENESS_S = 5;

    /** Splits are rounded to hundredths, each by itself. */
    private static final double SPLIT_SUM_TOLERANCE_S = 0.3;

    private final List<SourceTiming> sources;

    /** Of each sector gate its crossings; of the first source that has any. */
    private final List<List<Evidence.Crossing>> gates;

    Sectors(List<SourceTiming> sources) {
        this.sources = sources;
        this.gates =
                sources.stream()
                        .map(Sectors::sectorGates)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    /** Whether the logger states the split times, so that the instants of passings do not count. */
    boolean areStated() {
        return gates.isEmpty();
    }

    /** The sectors completed between two instants, in order, as far as none was missed. */
    Division divide(long start, long end) {
        return gates.isEmpty() ? bySplits(start, end) : byGates(start, end);
    }

    /**
     * A lap as far as it is divided.
     *
     * @param complete the sectors fill the whole lap
     */
    record Division(List<Long> nanos, boolean complete) {}

    private static List<List<Evidence.Crossing>> sectorGates(SourceTiming source) {
        List<List<Evidence.Crossing>> gates = new ArrayList<>();
        List<GateWatch> watches = source.position().watches();
        ArrivalTimes arrivals = ArrivalTimes.of(source);
        for (int index = 0; index < source.declaredGates(); index++) {
            GateWatch watch = watches.get(index);
            if (watch.line().gate().kind() == DeclaredGate.Kind.SECTOR
                    && !GateWitness.elsewhere(source, watch)) {
                gates.add(wellKnown(arrivals, GateWitness.crossings(source, index)));
            }
        }
        return gates;
    }

    /** A gate that was passed at an uncertain instant counts as missed. */
    private static List<Evidence.Crossing> wellKnown(
            ArrivalTimes arrivals, List<Evidence.Crossing> crossings) {
        return crossings.stream()
                .filter(crossing -> !LapCertainty.uncertain(arrivals.uncertaintyNanos(crossing)))
                .toList();
    }

    private Division byGates(long start, long end) {
        List<Long> nanos = new ArrayList<>();
        long from = start;
        for (List<Evidence.Crossing> crossings : gates) {
            long begin = from;
            long at =
                    crossings.stream()
                            .mapToLong(Evidence.Crossing::at)
                            .filter(time -> time > begin && time < end)
                            .findFirst()
                            .orElse(Long.MAX_VALUE);
            if (at == Long.MAX_VALUE) {
                return new Division(nanos, false);
            }
            nanos.add(at - from);
            from = at;
        }
        if (end != Long.MAX_VALUE) {
            nanos.add(end - from);
        }
        return new Division(nanos, end != Long.MAX_VALUE);
    }

    private Division bySplits(long start, long end) {
        List<Long> nanos = new ArrayList<>();
        long sum = 0;
        for (Evidence.Step split : splits()) {
            long length = EpochNanos.ofSeconds(split.to());
            long shown = split.at() - (start + sum + length);
            boolean fits =
                    Math.abs(EpochNanos.toSeconds(shown)) <= SPLIT_LATENESS_S
                            && start + sum + length
                                    <= limit(end, EpochNanos.ofSeconds(SPLIT_SUM_TOLERANCE_S));
            if (split.at() > start && fits) {
                nanos.add(length);
                sum += length;
            }
        }
        double rest = EpochNanos.toSeconds(end - start - sum);
        boolean complete =
                end != Long.MAX_VALUE
                        && nanos.size() > 1
                        && Math.abs(rest) <= SPLIT_SUM_TOLERANCE_S;
        return new Division(nanos, complete);
    }

    private static long limit(long end, long more) {
        return end == Long.MAX_VALUE ? end : end + more;
    }

    private List<Evidence.Step> splits() {
        List<Evidence.Step> splits = new ArrayList<>();
        for (SourceTiming source : sources) {
            for (Evidence evidence : source.evidence(Signal.REPORTED_SPLIT)) {
                if (evidence instanceof Evidence.Step step && step.to() > 0) {
                    splits.add(step);
                }
            }
        }
        return splits;
    }
}
