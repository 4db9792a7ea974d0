package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestOutcome;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.SessionId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What race control is asked to decide about a session. */
public sealed interface RaceCommand {
    /** When it shall be in force, nanoseconds since the epoch. */
    long atNanos();

    /** See {@link dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled}. */
    record ScheduleSession(
            SessionId session,
            long atNanos,
            SessionKind kind,
            String name,
            String circuit,
            long startNanos,
            int marshalSectors,
            long protestNanos)
            implements RaceCommand {}

    /** Leads the session into another {@link Phase} by a signal. */
    sealed interface SignalCommand extends RaceCommand {}

    record OpenSession(long atNanos) implements SignalCommand {}

    record GoGreen(long atNanos) implements SignalCommand {}

    record ShowYellowFlag(long atNanos, String reason) implements SignalCommand {}

    record DeploySafetyCar(long atNanos, String reason) implements SignalCommand {}

    record ShowRedFlag(long atNanos, String reason) implements SignalCommand {}

    record ShowChequeredFlag(long atNanos) implements SignalCommand {}

    record CancelSession(long atNanos, String reason) implements SignalCommand {}

    /** Who takes part. */
    sealed interface EntryCommand extends RaceCommand {
        String car();
    }

    record RegisterEntry(long atNanos, String car, String team, List<String> drivers)
            implements EntryCommand {
        public RegisterEntry {
            drivers = List.copyOf(drivers);
        }
    }

    record WithdrawEntry(long atNanos, String car, String reason) implements EntryCommand {}

    /**
     * Withdraws an entry only as one registration made it: where the car was withdrawn since, or
     * entered anew, by whomever, nothing is changed.
     *
     * @param registration the number of its {@code EntryRegistered} among the events of the
     *     session, from 1
     */
    record TakeBackRegistration(long atNanos, String car, long registration, String reason)
            implements EntryCommand {}

    record ChangeDriver(long atNanos, String car, String driver) implements EntryCommand {}

    /** What the marshal posts show. */
    sealed interface FlagCommand extends RaceCommand {
        /** From 1. */
        int sector();
    }

    record ShowSectorFlag(long atNanos, int sector, SectorFlag flag, String reason)
            implements FlagCommand {}

    record WithdrawSectorFlag(long atNanos, int sector) implements FlagCommand {}

    /** What happened on the track and what becomes of it. */
    sealed interface IncidentCommand extends RaceCommand {}

    record ReportIncident(
            long atNanos,
            IncidentKind kind,
            List<String> cars,
            OptionalDouble distance_m,
            String description)
            implements IncidentCommand {
        public ReportIncident {
            cars = List.copyOf(cars);
        }
    }

    record AcknowledgeIncident(long atNanos, int number) implements IncidentCommand {}

    record OpenInvestigation(long atNanos, int number) implements IncidentCommand {}

    record CloseIncident(long atNanos, int number, String conclusion) implements IncidentCommand {}

    sealed interface PenaltyCommand extends RaceCommand {}

    record ImposePenalty(
            long atNanos,
            String car,
            PenaltyKind kind,
            int amount,
            OptionalInt incident,
            String reason)
            implements PenaltyCommand {}

    record RecordPenaltyServed(long atNanos, int number) implements PenaltyCommand {}

    record RevokePenalty(long atNanos, int number, String reason) implements PenaltyCommand {}

    /** The result and protests against it. */
    sealed interface ResultCommand extends RaceCommand {}

    record PublishProvisionalResult(long atNanos, List<Classified> classification)
            implements ResultCommand {
        public PublishProvisionalResult {
            classification = List.copyOf(classification);
        }
    }

    record LodgeProtest(long atNanos, String by, String against, String ground)
            implements ResultCommand {}

    record DecideProtest(long atNanos, int number, ProtestOutcome outcome, String reason)
            implements ResultCommand {}

    record MakeResultOfficial(long atNanos) implements ResultCommand {}
}
