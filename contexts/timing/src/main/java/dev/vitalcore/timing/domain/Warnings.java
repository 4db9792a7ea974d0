package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a human should know about the timing of an entry. */
final class Warnings {
    /** Enough to see that two witnesses do not fit; the rest of a race adds nothing. */
    private static final int MOST_DISAGREEMENTS = 3;

    /** Latency of loggers varies by about this from lap to lap. */
    private static final double LATENCY_S = 0.25;

    /** A lap time that a logger states against one taken from positions. */
    private static final double REPORTED_TOLERANCE_S = 0.15;

    private static final double CLOCK_TOLERANCE_S = 1;
    private static final double CLOCK_TOLERANCE_SHARE = 0.02;

    /** Laps without a sign of a gate; more to come change nothing. */
    private static final int LAPS_TO_BE_SURE = 1;

    static final String SOURCE_LEFT_OUT = "source-left-out";

    private final List<Verdict.Warning> all = new ArrayList<>();

    List<Verdict.Warning> all() {
        return all;
    }

    void ofGates(SourceTiming source) {
        Fix first = source.position().first();
        if (first == null) {
            return;
        }
        for (GateWatch watch : source.position().watches().subList(0, source.declaredGates())) {
            if (GateWitness.elsewhere(source, watch)) {
                elsewhere(watch, first);
            }
        }
    }

    /** A sector gate that the car goes by: its ends do not reach over the track. */
    void ofGatesNeverPassed(SourceTiming source, List<Passing> passings) {
        boolean goneRound = passings.size() > LAPS_TO_BE_SURE;
        for (GateWatch watch : source.position().watches().subList(0, source.declaredGates())) {
            DeclaredGate gate = watch.line().gate();
            if (goneRound
                    && gate.kind() == DeclaredGate.Kind.SECTOR
                    && watch.passings() == 0
                    && !GateWitness.elsewhere(source, watch)) {
                all.add(
                        new Verdict.Warning(
                                "gate-never-passed",
                                String.format(
                                        Locale.ROOT,
                                        "The gate '%s' was never passed, so laps have no sectors: the nearest position is %.0f m from its middle; make it reach over the track.",
                                        gate.name(),
                                        watch.nearestMetres()),
                                passings.get(LAPS_TO_BE_SURE).at()));
            }
        }
    }

    private void elsewhere(GateWatch watch, Fix first) {
        boolean line = GateWitness.isLine(watch);
        double metres = watch.line().distance(first.latitude(), first.longitude());
        String distance =
                metres >= 10_000
                        ? String.format(Locale.ROOT, "about %.0f km", metres / 1_000)
                        : String.format(Locale.ROOT, "about %.0f m", metres);
        all.add(
                new Verdict.Warning(
                        line ? "start-line-elsewhere" : "gate-elsewhere",
                        String.format(
                                Locale.ROOT,
                                "The stored gate '%s' at %.5f, %.5f lies %s from the first position and the trace never passes it; it belongs to another circuit or layout and is not used.",
                                watch.line().gate().name(),
                                watch.line().plane().latitude(),
                                watch.line().plane().longitude(),
                                distance),
                        first.time()));
    }

    void ofLateness(SourceTiming source) {
        if (source.tooLate() > 0) {
            all.add(
                    new Verdict.Warning(
                            "data-too-late",
                            String.format(
                                    Locale.ROOT,
                                    "Samples came more than %d minutes late; laps of that time stay as they were stated.",
                                    Strand.HORIZON_NANOS / EpochNanos.PER_SECOND / 60),
                            source.tooLateNanos()));
        }
    }

    void ofArrivals(SourceTiming source) {
        if (ArrivalTimes.of(source).sure()) {
            all.add(
                    new Verdict.Warning(
                            "times-of-arrival",
                            "Samples come in bursts in which the car would be faster than any car: their times are those of arrival, and lap times may be off by seconds.",
                            source.firstNanos()));
        }
    }

    void ofLimits(SourceTiming source) {
        LeftOut left = source.leftOut();
        boolean early = left.declaredNanos() == Long.MAX_VALUE; // in a block without rows
        long declared = early ? source.firstNanos() : left.declaredNanos();
        if (left.gates() > 0) {
            all.add(
                    beyond(
                            "gates-left-out",
                            "gates",
                            SourceTiming.MOST_GATES,
                            left.gates(),
                            declared));
        }
        if (left.beacons() > 0) {
            all.add(
                    beyond(
                            "beacons-left-out",
                            "passing times",
                            SourceTiming.MOST_BEACONS,
                            left.beacons(),
                            declared));
        }
        if (left.evidenceNanos() != LeftOut.NEVER) {
            all.add(
                    new Verdict.Warning(
                            "evidence-left-out",
                            String.format(
                                    Locale.ROOT,
                                    "The source shows more than %d passings, holes and stops: the oldest holes and stops are forgotten, passings beyond that are not timed.",
                                    Strand.MOST_EVIDENCE),
                            left.evidenceNanos()));
        }
    }

    private static Verdict.Warning beyond(String code, String what, int most, int more, long at) {
        return new Verdict.Warning(
                code,
                String.format(
                        Locale.ROOT,
                        "The recording states %d %s; the first %d are used, the others are left out.",
                        most + more,
                        what,
                        most),
                at);
    }

    static Verdict.Warning ofSourceLeftOut(SourceId source, int most, int mostWithRows, long at) {
        return new Verdict.Warning(
                SOURCE_LEFT_OUT,
                String.format(
                        Locale.ROOT,
                        "Source '%s' is not timed: an entry has room for %d sources, %d of them under way.",
                        source,
                        most,
                        mostWithRows),
                at);
    }

    void ofUnseen(List<Testimony.Stretch> unseen) {
        for (Testimony.Stretch stretch : unseen) {
            all.add(
                    new Verdict.Warning(
                            "hole-hides-passing",
                            String.format(
                                    Locale.ROOT,
                                    "Samples are missing for %.1f s in which the line was passed; no lap time is made up across them.",
                                    EpochNanos.toSeconds(stretch.to() - stretch.from())),
                            stretch.from()));
        }
    }

    /**
     * A stated lap time is shorter than the time between its passings: somebody stopped the clock.
     */
    void ofTimeBetween(List<Verdict.Lap> laps, List<Testimony.Stretch> unseen) {
        for (int index = 1; index < laps.size(); index++) {
            long end = laps.get(index - 1).endNanos();
            long begin = laps.get(index).startNanos();
            double seconds = EpochNanos.toSeconds(begin - end);
            // Between two pieces beside a hidden passing there is the hole, which is told.
            boolean hidden =
                    unseen.stream().anyMatch(hole -> hole.from() <= begin && end <= hole.to());
            if (seconds > CLOCK_TOLERANCE_S && !hidden) {
                all.add(
                        new Verdict.Warning(
                                "time-in-no-lap",
                                String.format(
                                        Locale.ROOT,
                                        "%.1f s between two laps belong to neither: the stated lap times are shorter than the clock of the recording says.",
                                        seconds),
                                end));
            }
        }
    }

    /** Compares the lap times that hold with those of the less trusted witnesses. */
    void ofDisagreement(List<Passing> accepted, Testimonies testimonies) {
        for (Testimony other : testimonies.byTrust()) {
            int told = 0;
            for (int index = 1; index < accepted.size() && told < MOST_DISAGREEMENTS; index++) {
                if (disagree(accepted.get(index - 1), accepted.get(index), other)) {
                    told++;
                }
            }
        }
    }

    private boolean disagree(Passing start, Passing end, Testimony other) {
        Passing otherStart = nearest(other, start.at());
        Passing otherEnd = nearest(other, end.at());
        if (otherStart == null || otherEnd == null || otherStart.at() >= otherEnd.at()) {
            return false;
        }
        double clock = EpochNanos.toSeconds(end.at() - start.at());
        boolean same = otherEnd.witness() == end.witness();
        if (same) {
            return end.hasReport() && statesMoreThanTheClock(end, clock);
        }
        if (otherEnd.witness().compareTo(end.witness()) < 0
                || otherEnd.witness().compareTo(Witness.LAP_COUNTER) > 0
                || end.hasReport()) {
            return false;
        }
        boolean reported = otherEnd.hasReport();
        double theirs =
                reported
                        ? otherEnd.reportedS()
                        : EpochNanos.toSeconds(otherEnd.at() - otherStart.at());
        double tolerance =
                reported
                        ? REPORTED_TOLERANCE_S
                        : LATENCY_S
                                + EpochNanos.toSeconds(
                                        otherStart.uncertaintyNanos()
                                                + otherEnd.uncertaintyNanos());
        if (Math.abs(theirs - clock) <= tolerance) {
            return false;
        }
        disagreement(end.at(), end.witness(), clock, otherEnd.witness(), theirs);
        return true;
    }

    private boolean statesMoreThanTheClock(Passing end, double clock) {
        double tolerance = Math.max(CLOCK_TOLERANCE_S, CLOCK_TOLERANCE_SHARE * end.reportedS());
        if (end.reportedS() - clock <= tolerance) {
            return false;
        }
        disagreement(end.at(), Witness.RECORDING, clock, end.witness(), end.reportedS());
        return true;
    }

    private void disagreement(long at, Witness heldBy, double held, Witness other, double theirs) {
        all.add(
                new Verdict.Warning(
                        "witnesses-disagree",
                        String.format(
                                Locale.ROOT,
                                "The lap takes %.3f s by %s and %.3f s by %s; the first is used.",
                                held,
                                name(heldBy),
                                theirs,
                                name(other)),
                        at));
    }

    private static String name(Witness witness) {
        return witness.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable Passing nearest(Testimony of, long time) {
        Passing nearest = null;
        for (Passing passing : of.passings()) {
            boolean closer =
                    nearest == null
                            || Math.abs(passing.at() - time) < Math.abs(nearest.at() - time);
            if (closer && Math.abs(passing.at() - time) < Passing.LEAST_LAP_NANOS) {
                nearest = passing;
            }
        }
        return nearest;
    }
}
