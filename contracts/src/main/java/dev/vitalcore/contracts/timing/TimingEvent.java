package dev.vitalcore.contracts.timing;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.kernel.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fact of timing about one entry. Times are event times in nanoseconds since the epoch, durations
 * nanoseconds. An event with a higher revision replaces the one with the same {@link #subject()}:
 * late data corrects, it never adds twice.
 */
public sealed interface TimingEvent {
    EntryId entry();

    /** 1 for the first statement about the subject, then counting up with each correction. */
    int revision();

    /** What the event is about, unique within the entry: e.g. {@code lap/3}. */
    String subject();

    /** Identifies the event for ever; the same facts give the same id. */
    default String eventId() {
        return entry() + "/" + subject() + "#" + revision();
    }

    /** How a lap began and ended. */
    enum LapKind {
        /** From the start of the recording or the pits to the first passing of the line. */
        OUT,
        /** From line to line on the track. */
        FLYING,
        /** From the line into the pits. */
        IN,
        /** Began and ended in the pit lane. */
        PIT,
        /** The recording begins or ends within the lap, or has a hole that hides a passing. */
        PARTIAL
    }

    /** What a passing or a lap time was taken from, in order of trust (most trusted first). */
    enum Witness {
        /** Passing times that the recording states itself (beacon, timing loop). */
        BEACON,
        /** Position against a gate given by the user, the track file or the recording. */
        GATE,
        /** The lap time that the logger or game states. */
        REPORTED_LAP_TIME,
        /** A step of the logger's lap counter. */
        LAP_COUNTER,
        /** Position against a gate found in the trace. */
        LEARNED_GATE,
        /** The distance round the track falling back to zero. */
        LAP_DISTANCE,
        /** No passing: the recording begins or ends here. */
        RECORDING
    }

    /** The gates that are used for the entry from now on. */
    record TrackAdopted(EntryId entry, int revision, List<DeclaredGate> gates, Witness witness)
            implements TimingEvent {
        public TrackAdopted {
            gates = List.copyOf(gates);
        }

        @Override
        public String subject() {
            return "track";
        }
    }

    /**
     * The entry crossed a gate.
     *
     * @param index counts the passings of the entry from 1
     * @param gate name of the gate; {@code start-finish} for the line
     * @param speedKmh NaN where unknown
     * @param kind of the gate; empty in events written before it was told
     */
    record GatePassed(
            EntryId entry,
            int revision,
            int index,
            String gate,
            long timeNanos,
            double speedKmh,
            Witness witness,
            Optional<DeclaredGate.Kind> kind)
            implements TimingEvent {
        @Override
        public String subject() {
            return "passing/" + index;
        }
    }

    /**
     * A lap is over, or the recording ended within it.
     *
     * @param number from 1 for the first piece of the recording
     * @param durationNanos for {@link LapKind#PARTIAL} the piece that was seen
     * @param sectorNanos one a sector between gates; empty where the track has no sector gates or
     *     one was missed
     * @param endedBy what ended the lap
     * @param uncertaintyNanos by how much the duration may be off as far as the data can tell: the
     *     uncertainties of its two passings together, 0 where the recording states the lap time or
     *     both passings. An error of the recording's own clock is not in it
     * @param statedNumber what the logger or game calls the lap; empty where it counts none
     */
    record LapCompleted(
            EntryId entry,
            int revision,
            int number,
            LapKind kind,
            long startNanos,
            long durationNanos,
            List<Long> sectorNanos,
            Witness endedBy,
            long uncertaintyNanos,
            OptionalInt statedNumber)
            implements TimingEvent {
        public LapCompleted {
            sectorNanos = List.copyOf(sectorNanos);
            if (uncertaintyNanos < 0) {
                throw new IllegalArgumentException("uncertainty of " + uncertaintyNanos + " ns");
            }
        }

        /** Event time of its end. */
        public long endNanos() {
            return startNanos + durationNanos;
        }

        @Override
        public String subject() {
            return "lap/" + number;
        }
    }

    /** What was stated before does not hold: late data showed another thing. */
    record Withdrawn(EntryId entry, int revision, String subject) implements TimingEvent {}

    /** A sector of the lap under way is over. */
    record SectorCompleted(
            EntryId entry, int revision, int lap, int sector, long startNanos, long durationNanos)
            implements TimingEvent {
        @Override
        public String subject() {
            return "lap/" + lap + "/sector/" + sector;
        }
    }

    /**
     * Something a human should know: witnesses disagree, a stored line belongs to another circuit,
     * a hole hides a passing.
     *
     * @param code stable, e.g. {@code start-line-elsewhere}; one warning a code and time
     */
    record TimingWarned(EntryId entry, int revision, String code, String message, long timeNanos)
            implements TimingEvent {
        @Override
        public String subject() {
            return "warning/" + code + "/" + timeNanos;
        }
    }
}
