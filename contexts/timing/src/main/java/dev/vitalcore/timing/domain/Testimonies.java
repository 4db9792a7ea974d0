package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All witnesses of an entry in order of trust, and what they agree on. The rule: a witness is heard
 * only about times at which all more trusted ones were blind. So a lap counter with a line of its
 * own adds nothing where positions were seen to cross the gate, and fills the hole in which they
 * were not.
 */
final class Testimonies {
    private final List<Testimony> byTrust = new ArrayList<>();

    private Testimonies() {}

    static Testimonies of(List<SourceTiming> sources) {
        Testimonies all = new Testimonies();
        all.add(sources, Testimonies::beacons);
        all.add(sources, Testimonies::declaredGate);
        all.add(sources, LoggerWitness::testify);
        all.add(sources, Testimonies::learnedGate);
        all.add(sources, DistanceWitness::testify);
        return all;
    }

    private void add(
            List<SourceTiming> sources, Function<SourceTiming, @Nullable Testimony> testify) {
        for (SourceTiming source : sources) {
            Testimony testimony = testify.apply(source);
            if (testimony != null) {
                byTrust.add(testimony);
            }
        }
    }

    private static @Nullable Testimony beacons(SourceTiming source) {
        if (source.beacons().isEmpty()) {
            return null;
        }
        List<Passing> passings = new ArrayList<>();
        for (long beacon : source.beacons()) {
            passings.add(Passing.seen(beacon, Witness.BEACON, 0, Double.NaN, Double.NaN));
        }
        passings.sort(Comparator.comparingLong(Passing::at));
        return new Testimony(
                Testimony.spaced(passings),
                List.of(),
                List.of(),
                source.firstNanos(),
                source.heardUntil());
    }

    private static @Nullable Testimony declaredGate(SourceTiming source) {
        OptionalInt line = GateWitness.declaredLine(source);
        return line.isPresent() ? GateWitness.testify(source, line.getAsInt(), Witness.GATE) : null;
    }

    private static @Nullable Testimony learnedGate(SourceTiming source) {
        OptionalInt line = GateWitness.learnedLine(source);
        // A learned line lies elsewhere on the track than the declared one: never both.
        return line.isPresent() && GateWitness.declaredLine(source).isEmpty()
                ? GateWitness.testify(source, line.getAsInt(), Witness.LEARNED_GATE)
                : null;
    }

    /** The passings that hold, in order of time. */
    List<Passing> passings() {
        List<Passing> accepted = new ArrayList<>();
        for (int rank = 0; rank < byTrust.size(); rank++) {
            for (Passing passing : byTrust.get(rank).passings()) {
                if (unseenByBetter(rank, passing.at()) && !near(accepted, passing.at())) {
                    accepted.add(passing);
                }
            }
        }
        accepted.sort(Comparator.comparingLong(Passing::at));
        return accepted;
    }

    /** Stretches in which a passing happened that no witness can place. */
    List<Testimony.Stretch> unseen(List<Passing> accepted) {
        List<Testimony.Stretch> open = new ArrayList<>();
        for (int rank = 0; rank < byTrust.size(); rank++) {
            for (Testimony.Stretch stretch : byTrust.get(rank).unseen()) {
                long middle = stretch.from() + (stretch.to() - stretch.from()) / 2;
                boolean told =
                        open.stream().anyMatch(other -> touches(other, stretch))
                                || accepted.stream()
                                        .anyMatch(passing -> near(stretch, passing.at()));
                if (unseenByBetter(rank, middle) && !told) {
                    open.add(stretch);
                }
            }
        }
        open.sort(Comparator.comparingLong(Testimony.Stretch::from));
        return open;
    }

    List<Testimony> byTrust() {
        return byTrust;
    }

    private boolean unseenByBetter(int rank, long time) {
        for (int better = 0; better < rank; better++) {
            if (byTrust.get(better).sees(time)) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(List<Passing> accepted, long time) {
        return accepted.stream()
                .anyMatch(passing -> Math.abs(passing.at() - time) < Passing.LEAST_LAP_NANOS);
    }

    private static boolean near(Testimony.Stretch stretch, long time) {
        return time > stretch.from() - Passing.LEAST_LAP_NANOS
                && time < stretch.to() + Passing.LEAST_LAP_NANOS;
    }

    private static boolean touches(Testimony.Stretch one, Testimony.Stretch other) {
        return one.from() <= other.to() + Passing.LEAST_LAP_NANOS
                && other.from() <= one.to() + Passing.LEAST_LAP_NANOS;
    }
}
