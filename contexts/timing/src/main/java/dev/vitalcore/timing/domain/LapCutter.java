package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cuts the time of an entry into laps at its passings and says what kind each lap is.
 *
 * <pre>
 *   first sample      passing     passing   hole    passing      last sample
 *        ├─── out ───────┼── flying ──┼─ partial ┆ ┆ partial ─┼──── in ────┤
 * </pre>
 */
final class LapCutter {
    /** A recording that begins no faster than this may have begun in the pit lane. */
    private static final double PIT_SPEED_KMH = 85;

    /** One that ends on the track may end in a slow corner; at its stand a car creeps. */
    private static final double CREEPING_KMH = 30;

    /** A piece shorter than this is the rest of a block, not a lap. */
    private static final long LEAST_PIECE_NANOS = EpochNanos.PER_SECOND / 2;

    /** The clock of a recording may differ this much from the lap time that a game states. */
    private static final double CLOCK_TOLERANCE_S = 1;

    private static final double CLOCK_TOLERANCE_SHARE = 0.02;

    private final Surroundings surroundings;
    private final List<Verdict.Lap> laps = new ArrayList<>();

    /**
     * What lies round the passings.
     *
     * @param first event time of the first sample
     * @param last event time of the last one so far
     * @param ended whether no more will come
     * @param firstSpeedKmh NaN where unknown, as {@code lastSpeedKmh}
     * @param joinedLate the logger was already counting laps when the recording began
     * @param holes in the samples
     */
    record Surroundings(
            long first,
            long last,
            boolean ended,
            double firstSpeedKmh,
            double lastSpeedKmh,
            boolean joinedLate,
            List<Testimony.Stretch> holes) {
        boolean beginsInPits() {
            return firstSpeedKmh <= PIT_SPEED_KMH && !joinedLate;
        }

        /** After a passing in the pit lane, or after one on the track. */
        boolean endsInPits(boolean fromPits) {
            return lastSpeedKmh <= (fromPits ? PIT_SPEED_KMH : CREEPING_KMH);
        }

        private double holeSeconds(long from, long to) {
            long nanos = 0;
            for (Testimony.Stretch hole : holes) {
                nanos += Math.max(0, Math.min(to, hole.to()) - Math.max(from, hole.from()));
            }
            return EpochNanos.toSeconds(nanos);
        }
    }

    private LapCutter(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static List<Verdict.Lap> cut(List<Boundary> boundaries, Surroundings surroundings) {
        LapCutter cutter = new LapCutter(surroundings);
        Boundary previous = new Boundary.FirstSample(surroundings.first());
        for (Boundary boundary : boundaries) {
            switch (boundary) {
                case Boundary.Seen seen -> cutter.upTo(previous, seen.passing());
                case Boundary.FirstSample start ->
                        cutter.piece(LapKind.PARTIAL, previous, start.end(), 0);
                case Boundary.Unseen unseen ->
                        cutter.piece(LapKind.PARTIAL, previous, unseen.end(), 0);
            }
            previous = boundary;
        }
        if (surroundings.ended()) {
            cutter.piece(cutter.lastKind(previous), previous, surroundings.last(), 0);
        }
        return cutter.laps;
    }

    private void upTo(Boundary previous, Passing passing) {
        if (!passing.hasReport()) {
            lap(previous, passing);
            return;
        }
        long reported = EpochNanos.ofSeconds(passing.reportedS());
        double missing = EpochNanos.toSeconds(passing.at() - reported - previous.begin());
        double tolerance = Math.max(CLOCK_TOLERANCE_S, CLOCK_TOLERANCE_SHARE * passing.reportedS());
        // Where a lap began is known from its passing; where the recording began says nothing of
        // it.
        boolean begins = !(previous instanceof Boundary.FirstSample);
        double holes = begins ? surroundings.holeSeconds(previous.begin(), passing.at()) : 0;
        if (missing > Math.max(tolerance, holes)) {
            // The lap that is timed began later: before it the car was set back, or drove out.
            long began = passing.at() - reported;
            piece(kindBeforeTimedLap(previous), previous, began, passing.uncertaintyNanos());
            timed(LapKind.FLYING, began, reported, passing);
        } else if (missing >= -tolerance) {
            timed(kind(previous, passing), previous.begin(), reported, passing);
        } else if (mayHaveBegunAt(passing.at() - reported, previous)) {
            timed(firstKind(passing), passing.at() - reported, reported, passing);
        } else {
            // Longer than the time since the passing before it: the clock knows better.
            lap(previous, passing);
        }
    }

    /** Whether a lap may have begun before what was seen of it: the time that is stated tells. */
    private static boolean mayHaveBegunAt(long time, Boundary previous) {
        return switch (previous) {
            case Boundary.FirstSample start -> true;
            case Boundary.Unseen unseen -> time >= unseen.end();
            case Boundary.Seen seen -> false;
        };
    }

    private LapKind kindBeforeTimedLap(Boundary previous) {
        boolean out = previous instanceof Boundary.FirstSample && surroundings.beginsInPits();
        return out ? LapKind.OUT : LapKind.PARTIAL;
    }

    private LapKind kind(Boundary previous, Passing passing) {
        return switch (previous) {
            case Boundary.FirstSample start -> firstKind(passing);
            case Boundary.Unseen unseen -> LapKind.PARTIAL;
            case Boundary.Seen seen -> kindBetween(seen.passing(), passing);
        };
    }

    private LapKind firstKind(Passing passing) {
        if (surroundings.beginsInPits()) {
            return passing.pit() ? LapKind.PIT : LapKind.OUT;
        }
        // A time that the game vouches for is that of a whole lap.
        return passing.hasReport() ? LapKind.FLYING : LapKind.PARTIAL;
    }

    private static LapKind kindBetween(Passing start, Passing end) {
        if (end.untimed()) {
            return LapKind.PARTIAL;
        }
        if (start.pit()) {
            return end.pit() ? LapKind.PIT : LapKind.OUT;
        }
        return end.pit() ? LapKind.IN : LapKind.FLYING;
    }

    private LapKind lastKind(Boundary previous) {
        if (!(previous instanceof Boundary.Seen seen)) {
            return LapKind.PARTIAL;
        }
        boolean fromPits = seen.passing().pit();
        if (!surroundings.endsInPits(fromPits)) {
            return LapKind.PARTIAL;
        }
        return fromPits ? LapKind.PIT : LapKind.IN;
    }

    /** A lap that the clock of the recording times. */
    private void lap(Boundary previous, Passing passing) {
        long nanos = passing.at() - previous.begin();
        if (nanos >= LEAST_PIECE_NANOS) {
            laps.add(
                    new Verdict.Lap(
                            kind(previous, passing),
                            previous.begin(),
                            nanos,
                            List.of(),
                            passing.witness(),
                            previous.uncertaintyNanos() + passing.uncertaintyNanos(),
                            OptionalInt.empty()));
        }
    }

    /** A lap of which the logger or game states the time: the instants of its ends do not count. */
    private void timed(LapKind kind, long from, long nanos, Passing endedBy) {
        laps.add(
                new Verdict.Lap(
                        kind, from, nanos, List.of(), endedBy.witness(), 0, OptionalInt.empty()));
    }

    private void piece(LapKind kind, Boundary previous, long to, long uncertaintyNanos) {
        long nanos = to - previous.begin();
        if (nanos >= LEAST_PIECE_NANOS) {
            laps.add(
                    new Verdict.Lap(
                            kind,
                            previous.begin(),
                            nanos,
                            List.of(),
                            Witness.RECORDING,
                            previous.uncertaintyNanos() + uncertaintyNanos,
                            OptionalInt.empty()));
        }
    }
}
