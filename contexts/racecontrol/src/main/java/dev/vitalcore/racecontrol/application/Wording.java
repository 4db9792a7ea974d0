package dev.vitalcore.racecontrol.application;

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
import java.util.Locale;

/** Decisions as race control would put them on the screen. */
public final class Wording {
    private Wording() {}

    public static String of(RaceEvent event) {
        return switch (event) {
            case SessionScheduled e -> e.name() + " at " + e.circuit() + " scheduled";
            case SessionOpened e -> "Pit lane open";
            case SessionWentGreen e -> "Green flag";
            case YellowFlagShown e -> "Yellow flag: " + e.reason();
            case SafetyCarDeployed e -> "Safety car: " + e.reason();
            case RedFlagShown e -> "Red flag: " + e.reason();
            case ChequeredFlagShown e -> "Chequered flag";
            case SessionCancelled e -> "Cancelled: " + e.reason();
            case EntryRegistered e ->
                    "Car "
                            + e.car()
                            + " entered by "
                            + e.team()
                            + ": "
                            + String.join(", ", e.drivers());
            case EntryWithdrawn e -> "Car " + e.car() + " withdrawn: " + e.reason();
            case DriverChanged e -> "Car " + e.car() + " driven by " + e.driver();
            case SectorFlagShown e ->
                    "Sector " + e.sector() + " " + words(e.flag()) + ": " + e.reason();
            case SectorFlagWithdrawn e -> "Sector " + e.sector() + " clear";
            case IncidentReported e ->
                    "Incident "
                            + e.number()
                            + ", "
                            + words(e.kind())
                            + (e.cars().isEmpty() ? "" : " (" + String.join(", ", e.cars()) + ")")
                            + ": "
                            + e.description();
            case IncidentAcknowledged e -> "Incident " + e.number() + " acknowledged";
            case InvestigationOpened e -> "Incident " + e.number() + " under investigation";
            case IncidentClosed e -> "Incident " + e.number() + " closed: " + e.conclusion();
            case PenaltyImposed e ->
                    "Penalty "
                            + e.number()
                            + " for car "
                            + e.car()
                            + ": "
                            + penalty(e)
                            + ", "
                            + e.reason();
            case PenaltyServed e -> "Penalty " + e.number() + " served";
            case PenaltyRevoked e -> "Penalty " + e.number() + " revoked: " + e.reason();
            case ProvisionalResultPublished e ->
                    "Provisional result " + e.revision() + " published";
            case ProtestLodged e ->
                    "Protest "
                            + e.number()
                            + " by "
                            + e.by()
                            + (e.against().isEmpty() ? "" : " against car " + e.against())
                            + ": "
                            + e.ground();
            case ProtestDecided e ->
                    "Protest " + e.number() + " " + words(e.outcome()) + ": " + e.reason();
            case ResultMadeOfficial e -> "Result official";
        };
    }

    private static String penalty(PenaltyImposed e) {
        return switch (e.kind()) {
            case TIME -> e.amount() + " s";
            case STOP_AND_GO -> "stop and go of " + e.amount() + " s";
            case GRID_PLACES -> e.amount() + " grid places";
            case WARNING, REPRIMAND, DRIVE_THROUGH, DISQUALIFICATION -> words(e.kind());
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
