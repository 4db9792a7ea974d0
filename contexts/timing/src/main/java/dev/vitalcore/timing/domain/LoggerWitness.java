package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logger or game itself as a witness. Its channels know different things, so they speak
 * together:
 *
 * <pre>
 *   lap counter      that a lap is over        late, by its rate and the logger's latency
 *   running time     when it began             exact, but stale for the first moments of a lap
 *   lap distance     when it fell to zero      interpolated
 *   reported time    how long the lap was      exact, but seconds after the counter
 *   ───────────────────────────────────▶ time
 *        passing  counter  running falls   reported time changes
 * </pre>
 */
final class LoggerWitness {
    /** Loggers show the running time of a new lap up to this late (1 Hz channels, slow buses). */
    private static final double LATEST_S = 5;

    /** A running time above this after its fall is no new lap. */
    private static final double YOUNG_LAP_S = 10;

    /** The reported time follows the counter within this. */
    private static final long REPORT_NANOS = 30 * EpochNanos.PER_SECOND;

    /** A step that took longer than the slowest usual channel (1 Hz) happened unseen. */
    private static final long UNSEEN_NANOS = 2_500 * EpochNanos.PER_MILLI;

    /** A reported time that did not change is said again where the clock agrees so well. */
    private static final double SAME_TIME_S = 0.5;

    private static final int MOST_LAPS_A_STEP = 3;

    /** What is stated outside of these is no lap time. */
    private static final double LEAST_LAP_S = EpochNanos.toSeconds(Passing.LEAST_LAP_NANOS);

    private static final double LONGEST_LAP_S = 24 * 3600;

    private final SourceTiming source;
    private final List<Evidence.Step> reports;
    private final List<Evidence.Step> falls;
    private final List<Evidence.Step> wraps;
    private final ArrivalTimes arrivals;

    private LoggerWitness(SourceTiming source) {
        this.source = source;
        this.reports = steps(Signal.REPORTED_LAP);
        this.falls =
                steps(Signal.RUNNING_LAP).stream()
                        .filter(fall -> fall.to() >= 0 && fall.to() <= YOUNG_LAP_S)
                        .toList();
        this.wraps = steps(Signal.LAP_DISTANCE);
        this.arrivals = ArrivalTimes.of(source);
    }

    /** The testimony; null where the logger says nothing of laps. */
    static @Nullable Testimony testify(SourceTiming source) {
        return new LoggerWitness(source).testify();
    }

    private @Nullable Testimony testify() {
        List<Evidence.Step> anchors = anchors();
        if (anchors.isEmpty()) {
            return null;
        }
        List<Passing> passings = new ArrayList<>();
        List<Testimony.Stretch> unseen = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            Evidence.Step anchor = anchors.get(index);
            long until =
                    index + 1 < anchors.size()
                            ? heardBefore(anchors.get(index + 1))
                            : Long.MAX_VALUE;
            Instant instant = instant(anchor);
            if (instant.uncertaintyNanos() > UNSEEN_NANOS) {
                unseen.add(
                        new Testimony.Stretch(
                                anchor.at() - instant.uncertaintyNanos(), anchor.at()));
            } else {
                Passing before = passings.isEmpty() ? null : passings.getLast();
                passings.add(passing(anchor, instant, until, before));
            }
        }
        SignalTracker tracker = source.signal(anchors.getFirst().signal());
        long from = tracker == null ? Long.MIN_VALUE : tracker.firstTime();
        return new Testimony(passings, unseen, List.of(), from, source.heardUntil());
    }

    /** What says that a lap is over: the counter, else the reported time, else the running time. */
    private List<Evidence.Step> anchors() {
        List<Evidence.Step> counts =
                steps(Signal.LAP_COUNTER).stream()
                        .filter(step -> step.to() > step.from())
                        .filter(step -> step.to() - step.from() <= MOST_LAPS_A_STEP)
                        // Loggers also step when the ignition or the session starts.
                        .filter(step -> !standsStill(step.at()))
                        .toList();
        if (!counts.isEmpty()) {
            return spaced(counts);
        }
        List<Evidence.Step> timed =
                reports.stream().filter(step -> step.to() >= LEAST_LAP_S).toList();
        return spaced(
                timed.isEmpty() ? falls.stream().filter(fall -> fall.from() > 0).toList() : timed);
    }

    private static List<Evidence.Step> spaced(List<Evidence.Step> steps) {
        List<Evidence.Step> kept = new ArrayList<>();
        for (Evidence.Step step : steps) {
            if (kept.isEmpty() || step.at() - kept.getLast().at() >= Passing.LEAST_LAP_NANOS) {
                kept.add(step);
            }
        }
        return kept;
    }

    private record Instant(long at, long uncertaintyNanos) {}

    private Instant instant(Evidence.Step anchor) {
        long heard = heardBefore(anchor);
        Instant exact = null;
        for (Evidence.Step fall : falls) {
            long began = fall.at() - EpochNanos.ofSeconds(fall.to());
            if (belongs(began, heard, anchor.at())) {
                exact = new Instant(began, EpochNanos.PER_SECOND / 50);
            }
        }
        if (exact != null) {
            return exact;
        }
        for (Evidence.Step wrap : wraps) {
            long zero = DistanceWitness.zeroNanos(wrap);
            if (DistanceWitness.sharp(wrap) && belongs(zero, heard, anchor.at())) {
                exact = new Instant(zero, DistanceWitness.uncertaintyNanos(wrap));
            }
        }
        return exact == null ? new Instant(anchor.at(), anchor.at() - heard) : exact;
    }

    /**
     * When the source was last heard before the step. Channels that are sent only when they change
     * say nothing between, so the other samples of the source have to tell.
     */
    private long heardBefore(Evidence.Step anchor) {
        if (anchor.at() - anchor.before() <= UNSEEN_NANOS || !source.heardBetweenSteps()) {
            return anchor.before();
        }
        long heard = anchor.at() - UNSEEN_NANOS;
        for (Testimony.Stretch hole : source.holes()) {
            if (hole.from() < anchor.at() && anchor.at() <= hole.to() + UNSEEN_NANOS) {
                heard = Math.min(heard, hole.from());
            }
        }
        return Math.max(heard, anchor.before());
    }

    private static boolean belongs(long instant, long heard, long shown) {
        return instant >= heard - EpochNanos.ofSeconds(LATEST_S)
                && instant <= shown + EpochNanos.PER_SECOND / 2;
    }

    private Passing passing(
            Evidence.Step anchor, Instant instant, long until, @Nullable Passing before) {
        double reported = Double.NaN;
        boolean untimed = false;
        double stated = statedAfter(anchor, Math.min(until, anchor.at() + REPORT_NANOS));
        if (stated >= LEAST_LAP_S && stated <= LONGEST_LAP_S) {
            reported = stated;
        } else if (stated <= 0) {
            untimed = true;
        } else {
            reported = statedAgain(anchor, instant, before);
            untimed = Double.isNaN(reported) && nothingStated(anchor);
        }
        Witness witness = Double.isNaN(reported) ? Witness.LAP_COUNTER : Witness.REPORTED_LAP_TIME;
        return new Passing(
                instant.at(),
                witness,
                arrivals.uncertaintyNanos(instant.at(), instant.uncertaintyNanos()),
                Double.NaN,
                Double.NaN,
                reported,
                untimed,
                false);
    }

    /** The new value of the reported time that belongs to the step; NaN where it did not change. */
    private double statedAfter(Evidence.Step anchor, long until) {
        long heard = heardBefore(anchor);
        for (Evidence.Step report : reports) {
            if (report.at() >= heard && report.at() <= until) {
                return report.to();
            }
        }
        return Double.NaN;
    }

    /** Two laps of exactly the same time show no change. */
    private double statedAgain(Evidence.Step anchor, Instant instant, @Nullable Passing before) {
        double standing = standing(anchor.at());
        if (before == null || !(standing > 0)) {
            return Double.NaN;
        }
        double clock = EpochNanos.toSeconds(instant.at() - before.at());
        return Math.abs(clock - standing) < SAME_TIME_S ? standing : Double.NaN;
    }

    /** The logger states lap times, had the time to, and states that there is none. */
    private boolean nothingStated(Evidence.Step anchor) {
        boolean stateful = reports.stream().anyMatch(report -> report.to() > 0);
        boolean waited = source.lastNanos() - anchor.at() >= 2 * EpochNanos.ofSeconds(LATEST_S);
        return stateful && waited && standing(anchor.at()) <= 0;
    }

    private double standing(long time) {
        SignalTracker tracker = source.signal(Signal.REPORTED_LAP);
        double value = tracker == null ? Double.NaN : tracker.first();
        for (Evidence.Step report : reports) {
            if (report.at() <= time) {
                value = report.to();
            }
        }
        return value;
    }

    private boolean standsStill(long time) {
        return source.stops().stream().anyMatch(stop -> stop.standsAt(time));
    }

    private List<Evidence.Step> steps(Signal signal) {
        List<Evidence.Step> steps = new ArrayList<>();
        for (Evidence evidence : source.evidence(signal)) {
            if (evidence instanceof Evidence.Step step) {
                steps.add(step);
            }
        }
        return steps;
    }
}
