package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.util.List;

/**
 * Whether the times of a source are those at which its samples arrived instead of those at which
 * they were measured, and what that leaves unknown of its passings.
 *
 * <p>A link that held samples back delivers them in a burst:
 *
 * <pre>
 *   measured  ·  ·  ·  ·  ·  |  ·  ·  ·  ·  ·         |  the line
 *   arrived   ·  ·                    ····|··  ·  ·
 *                └──── hole ─────────┘└── as long again ──┘
 * </pre>
 *
 * <p>In it the car seems to go faster than any car can. Where a passing itself shows that, or most
 * passings of its source do, it may have happened a second earlier, and where it follows a hole, at
 * any time since the hole began: until the hole's own length after its end, for a backlog is not
 * drained at once, but faster than it grew.
 */
final class ArrivalTimes {
    private static final int LEAST_PASSINGS = 3;

    /**
     * By how much any sample of such a source may be late, beside a hole or not: the usual time
     * between two deliveries. Against the official timing of the GR Cup race the median is 1 to 2
     * s.
     */
    private static final long USUAL_NANOS = EpochNanos.PER_SECOND;

    private final List<Testimony.Stretch> holes;
    private final boolean usual;
    private final int passings;

    /**
     * @param usual whether most passings show it
     * @param passings how many there are that could
     */
    private ArrivalTimes(List<Testimony.Stretch> holes, boolean usual, int passings) {
        this.holes = List.copyOf(holes);
        this.usual = usual;
        this.passings = passings;
    }

    static ArrivalTimes of(SourceTiming source) {
        int passings = 0;
        int tooFast = 0;
        for (Evidence evidence : source.positionEvidence()) {
            if (evidence instanceof Evidence.Crossing crossing) {
                passings++;
                tooFast += crossing.fasterThanAnyCar() ? 1 : 0;
            }
        }
        for (Evidence evidence : source.evidence(Signal.LAP_DISTANCE)) {
            if (evidence instanceof Evidence.Step fall) {
                passings++;
                tooFast += fasterThanAnyCar(fall) ? 1 : 0;
            }
        }
        // One may be a game that sets its car back.
        return new ArrivalTimes(source.holes(), tooFast * 2 > passings, passings);
    }

    /** What is driven of the new lap when the distance falls was driven since the value before. */
    private static boolean fasterThanAnyCar(Evidence.Step fall) {
        return new Evidence.Way(fall.at() - fall.before(), fall.to()).fasterThanAnyCar(0);
    }

    /** Whether so many passings show it that a human should know. */
    boolean sure() {
        return usual && passings >= LEAST_PASSINGS;
    }

    /** How far the instant of a crossing may be off. */
    long uncertaintyNanos(Evidence.Crossing crossing) {
        long measured = Interpolation.uncertaintyNanos(crossing.way().nanos(), crossing.speedKmh());
        return usual || crossing.fasterThanAnyCar()
                ? Math.max(measured, lateNanos(crossing.at()))
                : measured;
    }

    /**
     * How far an instant may be off.
     *
     * @param ifMeasured how far where the times are those of measurement, nanoseconds
     */
    long uncertaintyNanos(long at, long ifMeasured) {
        return usual ? Math.max(ifMeasured, lateNanos(at)) : ifMeasured;
    }

    /** For how long what arrived at that time may have been held back. */
    private long lateNanos(long at) {
        long most = USUAL_NANOS;
        for (Testimony.Stretch hole : holes) {
            long drained = hole.to() + (hole.to() - hole.from());
            if (hole.from() < at && at <= drained) {
                most = Math.max(most, at - hole.from());
            }
        }
        return most;
    }
}
