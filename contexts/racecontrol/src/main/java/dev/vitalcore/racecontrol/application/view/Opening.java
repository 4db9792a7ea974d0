package dev.vitalcore.racecontrol.application.view;

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
import dev.vitalcore.racecontrol.domain.SessionDecider;
import dev.vitalcore.racecontrol.domain.SessionState;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.Optional;

/**
 * Whether an event leaves an object to be dealt with: an entry that takes part, a flag that is out,
 * an incident that is not closed, a penalty that is not served, a protest that is not decided.
 */
record Opening(Subject subject, boolean open) {
    private static final SessionDecider DECIDER = new SessionDecider();

    static Optional<Opening> of(RaceEvent event) {
        return switch (event) {
            case EntryRegistered e -> opened(event);
            case SectorFlagShown e -> opened(event);
            case IncidentReported e -> opened(event);
            case PenaltyImposed e -> opened(event);
            case ProtestLodged e -> opened(event);
            case EntryWithdrawn e -> closed(event);
            case SectorFlagWithdrawn e -> closed(event);
            case IncidentClosed e -> closed(event);
            case PenaltyServed e -> closed(event);
            case PenaltyRevoked e -> closed(event);
            case ProtestDecided e -> closed(event);
            case SessionScheduled e -> Optional.empty();
            case SessionOpened e -> Optional.empty();
            case SessionWentGreen e -> Optional.empty();
            case YellowFlagShown e -> Optional.empty();
            case SafetyCarDeployed e -> Optional.empty();
            case RedFlagShown e -> Optional.empty();
            case ChequeredFlagShown e -> Optional.empty();
            case SessionCancelled e -> Optional.empty();
            case DriverChanged e -> Optional.empty();
            case IncidentAcknowledged e -> Optional.empty();
            case InvestigationOpened e -> Optional.empty();
            case ProvisionalResultPublished e -> Optional.empty();
            case ResultMadeOfficial e -> Optional.empty();
        };
    }

    /** The phase that the session is in after it, where it moves the session. */
    static Optional<String> phase(RaceEvent event) {
        String unmoved = SessionState.UNSCHEDULED.phase().word();
        String word = DECIDER.evolve(SessionState.UNSCHEDULED, event).phase().word();
        return word.equals(unmoved) ? Optional.empty() : Optional.of(word);
    }

    private static Optional<Opening> opened(RaceEvent event) {
        return Optional.of(new Opening(Subject.of(event), true));
    }

    private static Optional<Opening> closed(RaceEvent event) {
        return Optional.of(new Opening(Subject.of(event), false));
    }
}
