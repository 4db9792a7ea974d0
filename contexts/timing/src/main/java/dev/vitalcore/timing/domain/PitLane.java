package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells passings in the pit lane from passings on the track. The timing line runs over both, so the
 * time alone says nothing. What tells them apart: pit gates where they are declared; else the speed
 * and the place on the line against the other passings near in time, and a stop close by.
 */
final class PitLane {
    /** Passings before and after with which one is compared. */
    private static final int NEIGHBOURS = 8;

    /** Slower than this share of the usual passing speed. */
    private static final double SLOW_SHARE = 0.6;

    /** No pit lane allows more (60 mph in ovals), with the error of a speed limiter. */
    private static final double FASTEST_PIT_KMH = 110;

    /** A pit lane lies further beside the usual line than cars spread on the track with error. */
    private static final double ASIDE_M = 6;

    private final List<Passing> passings;
    private final List<Evidence.Stop> stops;
    private final List<Testimony.Stretch> visits;

    private PitLane(
            List<Passing> passings, List<Evidence.Stop> stops, List<Testimony.Stretch> visits) {
        this.passings = passings;
        this.stops = stops;
        this.visits = visits;
    }

    /** The same passings, with those in the pit lane marked. */
    static List<Passing> mark(List<Passing> passings, List<SourceTiming> sources) {
        List<Evidence.Stop> stops = new ArrayList<>();
        List<Testimony.Stretch> visits = new ArrayList<>();
        for (SourceTiming source : sources) {
            stops.addAll(source.stops());
            visits.addAll(visits(source, passings));
        }
        PitLane lane = new PitLane(passings, stops, visits);
        List<Passing> marked = new ArrayList<>();
        for (int index = 0; index < passings.size(); index++) {
            Passing passing = passings.get(index);
            marked.add(lane.holds(index) ? passing.inPitLane() : passing);
        }
        return marked;
    }

    /**
     * From each pit entry to the exit that follows, as the declared pit gates saw it, and no
     * further than to the first passing of the line: who passes it again has been on the track,
     * even where a hole hides the exit. A lane that nothing says the car has left tells nothing.
     */
    private static List<Testimony.Stretch> visits(SourceTiming source, List<Passing> passings) {
        List<Testimony.Stretch> visits = new ArrayList<>();
        List<GateWatch> watches = source.position().watches();
        if (watches.stream().noneMatch(watch -> kind(watch) == DeclaredGate.Kind.PIT_EXIT)) {
            return visits;
        }
        long entered = Long.MIN_VALUE;
        for (Evidence.Crossing crossing : pitCrossings(source)) {
            boolean entry = kind(watches.get(crossing.gate())) == DeclaredGate.Kind.PIT_ENTRY;
            if (entered != Long.MIN_VALUE) {
                visits.add(visit(entered, entry ? Long.MAX_VALUE : crossing.at(), passings));
            }
            entered = entry ? crossing.at() : Long.MIN_VALUE;
        }
        if (entered != Long.MIN_VALUE) {
            visits.add(visit(entered, Long.MAX_VALUE, passings));
        }
        return visits;
    }

    private static Testimony.Stretch visit(long entered, long left, List<Passing> passings) {
        long line =
                passings.stream()
                        .mapToLong(Passing::at)
                        .filter(at -> at >= entered)
                        .min()
                        .orElse(Long.MAX_VALUE);
        return new Testimony.Stretch(entered, Math.min(left, line));
    }

    private static DeclaredGate.Kind kind(GateWatch watch) {
        return watch.line().gate().kind();
    }

    /** Each pit gate in the direction in which it is passed the more often, in order of time. */
    private static List<Evidence.Crossing> pitCrossings(SourceTiming source) {
        List<Evidence.Crossing> crossings = new ArrayList<>();
        List<GateWatch> watches = source.position().watches();
        for (int gate = 0; gate < watches.size(); gate++) {
            switch (kind(watches.get(gate))) {
                case PIT_ENTRY, PIT_EXIT -> crossings.addAll(GateWitness.crossings(source, gate));
                case START_FINISH, SECTOR -> {}
            }
        }
        crossings.sort(Comparator.comparingLong(Evidence.Crossing::at));
        return crossings;
    }

    private boolean holds(int index) {
        Passing passing = passings.get(index);
        if (visits.stream().anyMatch(visit -> visit.contains(passing.at()))) {
            return true;
        }
        if (Double.isNaN(passing.speedKmh())) {
            return stopsNear(passing);
        }
        List<Passing> others = neighbours(index);
        double usual = usualSpeed(others);
        boolean slow =
                passing.speedKmh() < SLOW_SHARE * usual && passing.speedKmh() <= FASTEST_PIT_KMH;
        if (!slow) {
            return false;
        }
        double aside = Math.abs(passing.acrossMetres() - usualPlace(others, usual));
        // Without a place to compare a stop has to tell; with one, a grid start is no pit stop.
        return Double.isNaN(aside) ? stopsNear(passing) : aside > ASIDE_M;
    }

    private List<Passing> neighbours(int index) {
        List<Passing> others = new ArrayList<>();
        int from = Math.max(0, index - NEIGHBOURS);
        int to = Math.min(passings.size() - 1, index + NEIGHBOURS);
        for (int other = from; other <= to; other++) {
            if (other != index) {
                others.add(passings.get(other));
            }
        }
        return others;
    }

    /** The median of the faster half: laps through the pits must not pull it down. */
    private static double usualSpeed(List<Passing> others) {
        double[] speeds =
                others.stream()
                        .mapToDouble(Passing::speedKmh)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return median(Arrays.copyOfRange(speeds, speeds.length / 2, speeds.length));
    }

    private static double usualPlace(List<Passing> others, double usualSpeed) {
        double[] places =
                others.stream()
                        .filter(other -> other.speedKmh() >= SLOW_SHARE * usualSpeed)
                        .mapToDouble(Passing::acrossMetres)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return median(places);
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** On the way through the pit lane the car goes slowly all along, and stops in between. */
    private boolean stopsNear(Passing passing) {
        return stops.stream().anyMatch(stop -> stop.slowAt(passing.at()));
    }
}
