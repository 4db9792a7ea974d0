package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ChequeredFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.DriverChanged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryWithdrawn;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentAcknowledged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentClosed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentReported;
import dev.vitalcore.contracts.racecontrol.RaceEvent.InvestigationOpened;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyRevoked;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyServed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestDecided;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestLodged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ResultMadeOfficial;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SafetyCarDeployed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagWithdrawn;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionCancelled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionOpened;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionWentGreen;
import dev.vitalcore.contracts.racecontrol.RaceEvent.YellowFlagShown;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.racecontrol.domain.RaceCommand.EntryCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.FlagCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.IncidentCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.PenaltyCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.ResultCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.SignalCommand;

/** Decides about one session: hands each command and each event to the part that it concerns. */
public final class SessionDecider implements Decider<SessionState, RaceCommand, RaceEvent> {
    @Override
    public SessionState initial() {
        return SessionState.UNSCHEDULED;
    }

    @Override
    public Decision<RaceEvent> decide(SessionState state, RaceCommand command) {
        if (command instanceof ScheduleSession schedule) {
            return Lifecycle.schedule(state, schedule);
        }
        return state.schedule()
                .map(schedule -> decide(state, schedule, command))
                .orElseGet(() ->
                        Decision.refuse(
                                RaceRefusal.illegalStep(
                                        state.phase(),
                                        "be decided about",
                                        "schedule it first, or look for another session")));
    }

    private static Decision<RaceEvent> decide(
            SessionState state, Schedule schedule, RaceCommand command) {
        return switch (command) {
            case ScheduleSession again -> Lifecycle.schedule(state, again);
            case SignalCommand signal -> Lifecycle.signal(state, schedule.session(), signal);
            case EntryCommand entry -> Entries.decide(state, schedule, entry);
            case FlagCommand flag -> SectorFlags.decide(state, schedule, flag);
            case IncidentCommand incident -> Incidents.decide(state, schedule, incident);
            case PenaltyCommand penalty -> Penalties.decide(state, schedule, penalty);
            case ResultCommand result -> Result.decide(state, schedule, result);
        };
    }

    @Override
    public SessionState evolve(SessionState state, RaceEvent event) {
        return changed(state.counting(), event);
    }

    /**
     * @param state that has the event counted already
     */
    private static SessionState changed(SessionState state, RaceEvent event) {
        return switch (event) {
            case SessionScheduled e -> state.scheduled(Schedule.of(e), e.atNanos());
            case SessionOpened e -> state.in(new Phase.Open(), e.atNanos());
            case SessionWentGreen e -> state.in(new Phase.Green(), e.atNanos());
            case YellowFlagShown e -> state.in(new Phase.Yellow(), e.atNanos());
            case SafetyCarDeployed e -> state.in(new Phase.SafetyCar(), e.atNanos());
            case RedFlagShown e -> state.in(new Phase.Red(), e.atNanos());
            case ChequeredFlagShown e -> state.in(new Phase.Chequered(), e.atNanos());
            case SessionCancelled e -> state.in(new Phase.Cancelled(), e.atNanos());
            case EntryRegistered e -> state.with(state.entries().after(e, state.events()));
            case EntryWithdrawn e -> state.with(state.entries().after(e));
            case DriverChanged e -> state.with(state.entries().after(e));
            case SectorFlagShown e -> state.with(state.flags().after(e));
            case SectorFlagWithdrawn e -> state.with(state.flags().after(e));
            case IncidentReported e -> state.with(state.incidents().after(e));
            case IncidentAcknowledged e -> state.with(state.incidents().after(e));
            case InvestigationOpened e -> state.with(state.incidents().after(e));
            case IncidentClosed e -> state.with(state.incidents().after(e));
            case PenaltyImposed e ->
                    state.with(state.penalties().after(e)).with(state.result().overtaken());
            case PenaltyServed e -> state.with(state.penalties().after(e));
            case PenaltyRevoked e ->
                    state.with(state.penalties().after(e)).with(state.result().overtaken());
            case ProvisionalResultPublished e ->
                    state.in(new Phase.Provisional(), e.atNanos()).with(state.result().after(e));
            case ProtestLodged e -> state.with(state.result().after(e));
            case ProtestDecided e -> state.with(state.result().after(e));
            case ResultMadeOfficial e -> state.in(new Phase.Official(), e.atNanos());
        };
    }
}
