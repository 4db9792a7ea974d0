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
import dev.vitalcore.kernel.Text;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The object that a decision is about; written {@code kind/name}, e.g. {@code incident/3}, {@code
 * entry/44}, {@code session}.
 *
 * @param name number or car; empty where the session has only one of the kind
 */
public record Subject(Kind kind, String name) {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final Subject SESSION = new Subject(Kind.SESSION, "");
    private static final Subject RESULT = new Subject(Kind.RESULT, "");

    /** What there is to decide about. */
    public enum Kind {
        SESSION,
        ENTRY,
        SECTOR,
        INCIDENT,
        PENALTY,
        RESULT,
        PROTEST
    }

    public static Subject of(RaceEvent event) {
        return switch (event) {
            case SessionScheduled e -> SESSION;
            case SessionOpened e -> SESSION;
            case SessionWentGreen e -> SESSION;
            case YellowFlagShown e -> SESSION;
            case SafetyCarDeployed e -> SESSION;
            case RedFlagShown e -> SESSION;
            case ChequeredFlagShown e -> SESSION;
            case SessionCancelled e -> SESSION;
            case EntryRegistered e -> new Subject(Kind.ENTRY, e.car());
            case EntryWithdrawn e -> new Subject(Kind.ENTRY, e.car());
            case DriverChanged e -> new Subject(Kind.ENTRY, e.car());
            case SectorFlagShown e -> numbered(Kind.SECTOR, e.sector());
            case SectorFlagWithdrawn e -> numbered(Kind.SECTOR, e.sector());
            case IncidentReported e -> numbered(Kind.INCIDENT, e.number());
            case IncidentAcknowledged e -> numbered(Kind.INCIDENT, e.number());
            case InvestigationOpened e -> numbered(Kind.INCIDENT, e.number());
            case IncidentClosed e -> numbered(Kind.INCIDENT, e.number());
            case PenaltyImposed e -> numbered(Kind.PENALTY, e.number());
            case PenaltyServed e -> numbered(Kind.PENALTY, e.number());
            case PenaltyRevoked e -> numbered(Kind.PENALTY, e.number());
            case ProvisionalResultPublished e -> RESULT;
            case ProtestLodged e -> numbered(Kind.PROTEST, e.number());
            case ProtestDecided e -> numbered(Kind.PROTEST, e.number());
            case ResultMadeOfficial e -> RESULT;
        };
    }

    /** The object that it is about, and those that it concerns beside it. */
    public static Set<Subject> allOf(RaceEvent event) {
        Set<Subject> subjects = new HashSet<>();
        subjects.add(of(event));
        switch (event) {
            case IncidentReported e ->
                    e.cars().forEach(car -> subjects.add(new Subject(Kind.ENTRY, car)));
            case PenaltyImposed e -> {
                subjects.add(new Subject(Kind.ENTRY, e.car()));
                e.incident().ifPresent(number -> subjects.add(numbered(Kind.INCIDENT, number)));
            }
            case ProtestLodged e -> {
                if (!e.against().isEmpty()) {
                    subjects.add(new Subject(Kind.ENTRY, e.against()));
                }
            }
            default -> {}
        }
        return subjects;
    }

    /**
     * Reads the form {@code kind/name}; the slash may be left out where the name is empty.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(0, slash);
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                Subject subject = new Subject(known, slash < 0 ? "" : text.substring(slash + 1));
                if (subject.isNamedAsItsKindIs()) {
                    return subject;
                }
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + Text.abbreviate(text, 60)
                        + "' is nothing that is decided about: write session, result, entry/CAR,"
                        + " sector/N, incident/N, penalty/N or protest/N");
    }

    private boolean isNamedAsItsKindIs() {
        return switch (kind) {
            case SESSION, RESULT -> name.isEmpty();
            case ENTRY -> !name.isBlank();
            case SECTOR, INCIDENT, PENALTY, PROTEST -> NUMBER.matcher(name).matches();
        };
    }

    public static Subject numbered(Kind kind, int number) {
        return new Subject(kind, Integer.toString(number));
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? word : word + "/" + name;
    }
}
