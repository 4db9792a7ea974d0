package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Position against gates as a witness: which of the lines belong here, and who passed them. */
final class GateWitness {
    /** No circuit is so large that its line lies this far from where the car is. */
    private static final double ELSEWHERE_M = 20_000;

    /** At the end of a recording that never came nearer, the line is not of this circuit. */
    private static final double NEVER_NEAR_M = 1_000;

    /** One wrong fix must not condemn a line. */
    private static final long SURE_NANOS = 10 * EpochNanos.PER_SECOND;

    private GateWitness() {}

    /** The declared start/finish line to use; empty where none is declared or none belongs here. */
    static OptionalInt declaredLine(SourceTiming source) {
        List<GateWatch> watches = source.position().watches();
        for (int index = 0; index < source.declaredGates(); index++) {
            if (isLine(watches.get(index)) && !elsewhere(source, watches.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** The learned line; empty while none is. */
    static OptionalInt learnedLine(SourceTiming source) {
        int count = source.position().watches().size();
        return count > source.declaredGates() ? OptionalInt.of(count - 1) : OptionalInt.empty();
    }

    /** Whether a declared gate belongs to another circuit (or another layout of this one). */
    static boolean elsewhere(SourceTiming source, GateWatch watch) {
        Fix first = source.position().first();
        Fix last = source.position().last();
        if (first == null || last == null || watch.passings() > 0) {
            return false;
        }
        boolean farOff =
                watch.nearestMetres() > ELSEWHERE_M && last.time() - first.time() >= SURE_NANOS;
        boolean goneRoundWithout = isLine(watch) && source.position().proposal() != null;
        boolean neverNear = source.ended() && watch.nearestMetres() > NEVER_NEAR_M;
        return farOff || goneRoundWithout || neverNear;
    }

    /** Whether the trace has shown that a gate belongs here. */
    static boolean belongsHere(SourceTiming source, GateWatch watch) {
        return watch.nearestMetres() <= ELSEWHERE_M && !elsewhere(source, watch);
    }

    static boolean isLine(GateWatch watch) {
        return watch.line().gate().kind() == DeclaredGate.Kind.START_FINISH;
    }

    /** The testimony of the line; null before the first fix. */
    static @Nullable Testimony testify(SourceTiming source, int line, Witness witness) {
        Fix first = source.position().first();
        Fix last = source.position().last();
        if (first == null || last == null) {
            return null;
        }
        ArrivalTimes arrivals = ArrivalTimes.of(source);
        List<Passing> passings = new ArrayList<>();
        for (Evidence.Crossing crossing : crossings(source, line)) {
            passings.add(
                    Passing.seen(
                            crossing.at(),
                            witness,
                            arrivals.uncertaintyNanos(crossing),
                            crossing.speedKmh(),
                            crossing.acrossMetres()));
        }
        List<Testimony.Stretch> holes = new ArrayList<>();
        List<Testimony.Stretch> unseen = new ArrayList<>();
        for (Evidence evidence : source.positionEvidence()) {
            if (evidence instanceof Evidence.Hole hole) {
                Testimony.Stretch stretch = new Testimony.Stretch(hole.from(), hole.at());
                (hole.overLine() ? unseen : holes).add(stretch);
            }
        }
        // While the source sends, the line is watched also where the next fix is still to come.
        long until = source.ended() ? last.time() : Long.MAX_VALUE;
        return new Testimony(Testimony.spaced(passings), unseen, holes, first.time(), until);
    }

    /** The crossings of a gate in the direction in which most of them go. */
    static List<Evidence.Crossing> crossings(SourceTiming source, int gate) {
        List<Evidence.Crossing> forward = new ArrayList<>();
        List<Evidence.Crossing> backward = new ArrayList<>();
        for (Evidence evidence : source.positionEvidence()) {
            if (evidence instanceof Evidence.Crossing crossing && crossing.gate() == gate) {
                (crossing.forward() ? forward : backward).add(crossing);
            }
        }
        return backward.size() > forward.size() ? backward : forward;
    }
}
