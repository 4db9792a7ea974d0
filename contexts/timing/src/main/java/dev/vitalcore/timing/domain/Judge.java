package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns the evidence of an entry into laps. A pure function: the same evidence gives the same
 * verdict, in whatever order it was found; so corrections are only the difference of two verdicts.
 */
final class Judge {
    /** The name of the line in passings, whatever a recording calls it. */
    static final String LINE = "start-finish";

    private final List<SourceTiming> sources;
    private final boolean over;
    private final Warnings warnings = new Warnings();

    /**
     * @param sources of one run
     * @param over whether another run has begun since
     */
    private Judge(List<SourceTiming> sources, boolean over) {
        this.sources = sources;
        this.over = over || sources.stream().allMatch(SourceTiming::ended);
    }

    /** The verdict on the sources of one entry, given in a fixed order. */
    static Verdict judge(List<SourceTiming> sources) {
        List<Verdict> runs = new ArrayList<>();
        List<List<SourceTiming>> sourcesOfRuns = Runs.of(sources);
        for (int run = 0; run < sourcesOfRuns.size(); run++) {
            boolean over = run + 1 < sourcesOfRuns.size();
            runs.add(new Judge(sourcesOfRuns.get(run), over).judge());
        }
        return Verdict.ofRuns(runs);
    }

    private Verdict judge() {
        Testimonies testimonies = Testimonies.of(sources);
        List<Passing> passings = PitLane.mark(testimonies.passings(), sources);
        List<Testimony.Stretch> holes = holes();
        List<Testimony.Stretch> unseen = new ArrayList<>(testimonies.unseen(passings));
        unseen.addAll(MissedPassings.find(passings, unseen, holes));
        unseen.sort(Comparator.comparingLong(Testimony.Stretch::from));
        sources.forEach(warnings::ofGates);
        sources.forEach(source -> warnings.ofGatesNeverPassed(source, passings));
        sources.forEach(warnings::ofLateness);
        sources.forEach(warnings::ofLimits);
        sources.forEach(warnings::ofArrivals);
        warnings.ofUnseen(unseen);
        warnings.ofDisagreement(passings, testimonies);
        List<Verdict.Lap> laps = LapCutter.cut(boundaries(passings, unseen), surroundings(holes));
        warnings.ofTimeBetween(laps, unseen);
        StatedNumbers numbers = new StatedNumbers(sources);
        SectorTable table = SectorTable.of(numbers.of(laps), passings, new Sectors(sources), over);
        return new Verdict(
                track(passings),
                gatePassings(passings),
                table.laps(),
                table.sectors(),
                warnings.all());
    }

    private static List<Boundary> boundaries(
            List<Passing> passings, List<Testimony.Stretch> unseen) {
        List<Boundary> boundaries = new ArrayList<>();
        passings.forEach(passing -> boundaries.add(new Boundary.Seen(passing)));
        unseen.forEach(gap -> boundaries.add(new Boundary.Unseen(gap.from(), gap.to())));
        boundaries.sort(Comparator.comparingLong(Boundary::end));
        return boundaries;
    }

    private LapCutter.Surroundings surroundings(List<Testimony.Stretch> holes) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long firstHeard = Long.MAX_VALUE;
        long lastHeard = Long.MIN_VALUE;
        boolean joinedLate = false;
        double firstSpeed = Double.NaN;
        double lastSpeed = Double.NaN;
        for (SourceTiming source : sources) {
            first = Math.min(first, source.firstNanos());
            last = Math.max(last, source.lastNanos());
            SignalTracker counter = source.signal(Signal.LAP_COUNTER);
            joinedLate |= counter != null && counter.first() > 1;
            SignalTracker speed = source.signal(Signal.SPEED);
            if (speed != null && source.firstNanos() < firstHeard) {
                firstHeard = source.firstNanos();
                firstSpeed = speed.first();
            }
            if (speed != null && source.lastNanos() > lastHeard) {
                lastHeard = source.lastNanos();
                lastSpeed = speed.last();
            }
        }
        return new LapCutter.Surroundings(
                first, last, over, firstSpeed, lastSpeed, joinedLate, holes);
    }

    private List<Testimony.Stretch> holes() {
        List<Testimony.Stretch> holes = new ArrayList<>(Runs.holesBetween(sources));
        sources.forEach(source -> holes.addAll(source.holes()));
        return holes;
    }

    /** A line that was learned but by which nothing is timed is none. */
    private Optional<Verdict.Track> track(List<Passing> passings) {
        boolean timed =
                passings.stream().anyMatch(passing -> passing.witness() == Witness.LEARNED_GATE);
        for (SourceTiming source : sources) {
            List<DeclaredGate> used = new ArrayList<>();
            for (GateWatch watch : source.position().watches().subList(0, source.declaredGates())) {
                if (GateWitness.belongsHere(source, watch)) {
                    used.add(watch.line().understood());
                }
            }
            boolean declared = GateWitness.declaredLine(source).isPresent();
            OptionalInt learned = GateWitness.learnedLine(source);
            boolean fromTrace = !declared && learned.isPresent() && timed;
            if (fromTrace) {
                GateWatch watch = source.position().watches().get(learned.getAsInt());
                used.addFirst(watch.line().gate());
            }
            if (!used.isEmpty()) {
                return Optional.of(
                        new Verdict.Track(used, fromTrace ? Witness.LEARNED_GATE : Witness.GATE));
            }
        }
        return Optional.empty();
    }

    private List<Verdict.GatePassing> gatePassings(List<Passing> passings) {
        List<Verdict.GatePassing> all = new ArrayList<>();
        for (Passing passing : passings) {
            all.add(
                    new Verdict.GatePassing(
                            DeclaredGate.Kind.START_FINISH,
                            LINE,
                            passing.at(),
                            passing.speedKmh(),
                            passing.witness()));
        }
        Set<GateName> told = new HashSet<>();
        for (SourceTiming source : sources) {
            // What an earlier source told of a gate is not told again; an entry and an exit of one
            // name are two gates.
            Set<GateName> ofSource = new HashSet<>();
            List<GateWatch> watches = source.position().watches();
            for (int index = 0; index < source.declaredGates(); index++) {
                DeclaredGate gate = watches.get(index).line().gate();
                GateName name = new GateName(gate.kind(), gate.name());
                if (gate.kind() != DeclaredGate.Kind.START_FINISH && !told.contains(name)) {
                    ofSource.add(name);
                    all.addAll(passingsOf(gate, GateWitness.crossings(source, index)));
                }
            }
            told.addAll(ofSource);
        }
        all.sort(Comparator.comparingLong(Verdict.GatePassing::at));
        return all;
    }

    private record GateName(DeclaredGate.Kind kind, String name) {}

    private static List<Verdict.GatePassing> passingsOf(
            DeclaredGate gate, List<Evidence.Crossing> crossings) {
        return crossings.stream()
                .map(crossing ->
                        new Verdict.GatePassing(
                                gate.kind(),
                                gate.name(),
                                crossing.at(),
                                crossing.speedKmh(),
                                Witness.GATE))
                .toList();
    }
}
