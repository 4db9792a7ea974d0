package dev.vitalcore.contracts.racecontrol;

import dev.vitalcore.kernel.SessionId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A decision of race control about one session. Events are in the order in which they were decided;
 * that is their order in the session's stream. What was decided is never changed: a correction is
 * another event.
 */
public sealed interface RaceEvent {
    SessionId session();

    /** When it came into force, nanoseconds since the epoch; as race control says it. */
    long atNanos();

    /** What kind of session it is. */
    enum SessionKind {
        PRACTICE,
        QUALIFYING,
        RACE
    }

    /**
     * @param marshalSectors pieces of the lap with a post of their own, 1 to 24; 0 where there are
     *     none
     * @param protestNanos how long after a provisional result a protest may be lodged
     */
    record SessionScheduled(
            SessionId session,
            long atNanos,
            SessionKind kind,
            String name,
            String circuit,
            long startNanos,
            int marshalSectors,
            long protestNanos)
            implements RaceEvent {}

    /** The pit lane is open; cars may go out. */
    record SessionOpened(SessionId session, long atNanos) implements RaceEvent {}

    /** The green flag: practice and qualifying begin, a race starts or goes on. */
    record SessionWentGreen(SessionId session, long atNanos) implements RaceEvent {}

    /** Yellow round the whole circuit; of one sector it is {@link SectorFlagShown}. */
    record YellowFlagShown(SessionId session, long atNanos, String reason) implements RaceEvent {}

    record SafetyCarDeployed(SessionId session, long atNanos, String reason) implements RaceEvent {}

    record RedFlagShown(SessionId session, long atNanos, String reason) implements RaceEvent {}

    record ChequeredFlagShown(SessionId session, long atNanos) implements RaceEvent {}

    record SessionCancelled(SessionId session, long atNanos, String reason) implements RaceEvent {}

    /**
     * @param car start number or another short name; the name of the entry
     * @param drivers at least one, the first is the one who starts
     */
    record EntryRegistered(
            SessionId session, long atNanos, String car, String team, List<String> drivers)
            implements RaceEvent {
        public EntryRegistered {
            drivers = List.copyOf(drivers);
        }
    }

    record EntryWithdrawn(SessionId session, long atNanos, String car, String reason)
            implements RaceEvent {}

    /** Another driver of the entry takes over. */
    record DriverChanged(SessionId session, long atNanos, String car, String driver)
            implements RaceEvent {}

    /** What a marshal post shows. */
    enum SectorFlag {
        YELLOW,
        DOUBLE_YELLOW,
        SLIPPERY
    }

    /**
     * @param sector from 1
     */
    record SectorFlagShown(
            SessionId session, long atNanos, int sector, SectorFlag flag, String reason)
            implements RaceEvent {}

    record SectorFlagWithdrawn(SessionId session, long atNanos, int sector) implements RaceEvent {}

    /** What happened on the track. */
    enum IncidentKind {
        OFF_TRACK,
        SPIN,
        PUNCTURE,
        STOPPED_ON_TRACK,
        MECHANICAL,
        CONTACT,
        TRACK_LIMITS,
        OVERTAKE_UNDER_YELLOW,
        PIT_LANE_SPEEDING,
        FALSE_START,
        OTHER
    }

    /**
     * @param number counts the incidents of the session from 1
     * @param distance_m from the line along the lap; empty where unknown
     */
    record IncidentReported(
            SessionId session,
            long atNanos,
            int number,
            IncidentKind kind,
            List<String> cars,
            OptionalDouble distance_m,
            String description)
            implements RaceEvent {
        public IncidentReported {
            cars = List.copyOf(cars);
        }
    }

    /** Somebody has seen it and takes care of it; who, is in the origin of the event. */
    record IncidentAcknowledged(SessionId session, long atNanos, int number) implements RaceEvent {}

    record InvestigationOpened(SessionId session, long atNanos, int number) implements RaceEvent {}

    /** No further action on it; a penalty that came of it names its number. */
    record IncidentClosed(SessionId session, long atNanos, int number, String conclusion)
            implements RaceEvent {}

    /** What a penalty costs. */
    enum PenaltyKind {
        WARNING,
        REPRIMAND,
        /** Seconds added to the time; the amount says how many. */
        TIME,
        DRIVE_THROUGH,
        /** Seconds to stand in the pits; the amount says how many. */
        STOP_AND_GO,
        /** Places of the grid of the next race; the amount says how many. */
        GRID_PLACES,
        DISQUALIFICATION
    }

    /**
     * @param number counts the penalties of the session from 1
     * @param amount seconds or places; 0 where the kind has none
     * @param incident the number of the incident that it came of
     */
    record PenaltyImposed(
            SessionId session,
            long atNanos,
            int number,
            String car,
            PenaltyKind kind,
            int amount,
            OptionalInt incident,
            String reason)
            implements RaceEvent {}

    record PenaltyServed(SessionId session, long atNanos, int number) implements RaceEvent {}

    record PenaltyRevoked(SessionId session, long atNanos, int number, String reason)
            implements RaceEvent {}

    /** How a car ended. */
    enum Finish {
        CLASSIFIED,
        NOT_CLASSIFIED,
        RETIRED,
        DISQUALIFIED
    }

    /**
     * A line of a result.
     *
     * @param position from 1; 0 where the car has none
     * @param laps completed
     * @param timeNanos from the start to the end of its last lap, penalties included; 0 where
     *     unknown
     * @param penaltyNanos of that, added by penalties
     */
    record Classified(
            int position, String car, int laps, long timeNanos, long penaltyNanos, Finish finish) {}

    /**
     * @param revision counts the provisional results of the session from 1
     * @param classification in the order of the result
     */
    record ProvisionalResultPublished(
            SessionId session, long atNanos, int revision, List<Classified> classification)
            implements RaceEvent {
        public ProvisionalResultPublished {
            classification = List.copyOf(classification);
        }
    }

    /**
     * @param number counts the protests of the session from 1
     * @param by the team that lodges it
     * @param against a car; empty where it is against the result as such
     */
    record ProtestLodged(
            SessionId session, long atNanos, int number, String by, String against, String ground)
            implements RaceEvent {}

    /** What stewards make of a protest. */
    enum ProtestOutcome {
        UPHELD,
        DISMISSED,
        WITHDRAWN
    }

    record ProtestDecided(
            SessionId session, long atNanos, int number, ProtestOutcome outcome, String reason)
            implements RaceEvent {}

    /** The last provisional result stands. */
    record ResultMadeOfficial(SessionId session, long atNanos) implements RaceEvent {}
}
