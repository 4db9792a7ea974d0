package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The distance round the track as a witness: it falls to zero at the line. */
final class DistanceWitness {
    private static final long UNSEEN_NANOS = 2_500 * EpochNanos.PER_MILLI;

    /** What interpolation between two samples of less than a second is good to. */
    private static final long INTERPOLATED_NANOS = EpochNanos.PER_SECOND / 20;

    /** Slower than walking, a fall of the distance is a reset and not a passing. */
    private static final double LEAST_RATE_M_S = 1.5;

    private DistanceWitness() {}

    /** The testimony; null where the distance never falls back. */
    static @Nullable Testimony testify(SourceTiming source) {
        ArrivalTimes arrivals = ArrivalTimes.of(source);
        List<Passing> passings = new ArrayList<>();
        List<Testimony.Stretch> unseen = new ArrayList<>();
        for (Evidence evidence : source.evidence(Signal.LAP_DISTANCE)) {
            if (!(evidence instanceof Evidence.Step fall) || !(fall.rate() >= LEAST_RATE_M_S)) {
                continue;
            }
            long width = fall.at() - fall.before();
            if (width > UNSEEN_NANOS) {
                unseen.add(new Testimony.Stretch(fall.before(), fall.at()));
            } else {
                long zero = zeroNanos(fall);
                passings.add(
                        Passing.seen(
                                zero,
                                Witness.LAP_DISTANCE,
                                arrivals.uncertaintyNanos(zero, uncertaintyNanos(fall)),
                                fall.rate() * 3.6,
                                Double.NaN));
            }
        }
        if (passings.isEmpty() && unseen.isEmpty()) {
            return null;
        }
        SignalTracker tracker = source.signal(Signal.LAP_DISTANCE);
        long from = tracker == null ? Long.MIN_VALUE : tracker.firstTime();
        return new Testimony(
                Testimony.spaced(passings), unseen, List.of(), from, source.heardUntil());
    }

    /** Whether the zero between the two samples can be interpolated. */
    static boolean sharp(Evidence.Step fall) {
        return fall.at() - fall.before() < EpochNanos.PER_SECOND;
    }

    /** How far {@link #zeroNanos} may be off. */
    static long uncertaintyNanos(Evidence.Step fall) {
        return sharp(fall) ? INTERPOLATED_NANOS : fall.at() - fall.before();
    }

    /** When the distance was zero: the metres after the fall at the speed before it. */
    static long zeroNanos(Evidence.Step fall) {
        if (!(fall.rate() >= LEAST_RATE_M_S)) {
            return fall.at();
        }
        return Math.max(fall.before(), fall.at() - EpochNanos.ofSeconds(fall.to() / fall.rate()));
    }
}
