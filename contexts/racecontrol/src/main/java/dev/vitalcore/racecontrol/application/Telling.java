package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.events.EventEnvelope;
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
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which decisions people are told, and how. */
final class Telling {
    private static final String CONTEXT = "racecontrol.";

    /**
     * By name, so that nothing else has to be readable. To agree with {@link #level}, which the
     * compiler holds complete; a test compares them.
     */
    private static final Set<String> TOLD =
            Stream.of(
                            RedFlagShown.class,
                            SessionCancelled.class,
                            ProtestLodged.class,
                            ProvisionalResultPublished.class,
                            ResultMadeOfficial.class)
                    .map(type -> CONTEXT + type.getSimpleName())
                    .collect(Collectors.toUnmodifiableSet());

    private final EventFormat<RaceEvent> events;

    Telling(EventFormat<RaceEvent> events) {
        this.events = events;
    }

    /** Whether decisions of the type are told; the payload need not be read for that. */
    static boolean isTold(String type) {
        return TOLD.contains(type);
    }

    /**
     * What people are told of a decision.
     *
     * @throws dev.vitalcore.kernel.Fault when the payload cannot be read
     */
    Optional<Notice> notice(EventEnvelope envelope) {
        if (!isTold(envelope.type())) {
            return Optional.empty();
        }
        RaceEvent event =
                events.read(
                        new EventType(envelope.type(), envelope.schemaVersion()),
                        envelope.payload());
        return level(event).map(level -> notice(envelope, event, level));
    }

    static Optional<Level> level(RaceEvent event) {
        return switch (event) {
            case RedFlagShown e -> Optional.of(Level.WARNING);
            case SessionCancelled e -> Optional.of(Level.WARNING);
            case ProtestLodged e -> Optional.of(Level.WARNING);
            case ProvisionalResultPublished e -> Optional.of(Level.INFO);
            case ResultMadeOfficial e -> Optional.of(Level.INFO);
            case ChequeredFlagShown e -> Optional.empty();
            case DriverChanged e -> Optional.empty();
            case EntryRegistered e -> Optional.empty();
            case EntryWithdrawn e -> Optional.empty();
            case IncidentAcknowledged e -> Optional.empty();
            case IncidentClosed e -> Optional.empty();
            case IncidentReported e -> Optional.empty();
            case InvestigationOpened e -> Optional.empty();
            case PenaltyImposed e -> Optional.empty();
            case PenaltyRevoked e -> Optional.empty();
            case PenaltyServed e -> Optional.empty();
            case ProtestDecided e -> Optional.empty();
            case SafetyCarDeployed e -> Optional.empty();
            case SectorFlagShown e -> Optional.empty();
            case SectorFlagWithdrawn e -> Optional.empty();
            case SessionOpened e -> Optional.empty();
            case SessionScheduled e -> Optional.empty();
            case SessionWentGreen e -> Optional.empty();
            case YellowFlagShown e -> Optional.empty();
        };
    }

    private static Notice notice(EventEnvelope envelope, RaceEvent event, Level level) {
        return new Notice(
                envelope.id().toString(),
                level,
                "session/" + event.session(),
                Wording.of(event),
                event.atNanos());
    }
}
