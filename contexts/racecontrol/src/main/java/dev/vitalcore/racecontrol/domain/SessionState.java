package dev.vitalcore.racecontrol.domain;

import java.util.Optional;

/**
 * All that decisions about a session depend on.
 *
 * @param schedule empty while it is unscheduled
 * @param sinceNanos when the phase began
 * @param events how many it is made of
 */
public record SessionState(
        Optional<Schedule> schedule,
        Phase phase,
        long sinceNanos,
        Entries entries,
        SectorFlags flags,
        Incidents incidents,
        Penalties penalties,
        Result result,
        long events) {
    public static final SessionState UNSCHEDULED =
            new SessionState(
                    Optional.empty(),
                    new Phase.Unscheduled(),
                    Long.MIN_VALUE,
                    Entries.NONE,
                    SectorFlags.CLEAR,
                    Incidents.NONE,
                    Penalties.NONE,
                    Result.NONE,
                    0);

    SessionState counting() {
        return new SessionState(
                schedule,
                phase,
                sinceNanos,
                entries,
                flags,
                incidents,
                penalties,
                result,
                events + 1);
    }

    SessionState scheduled(Schedule planned, long atNanos) {
        return new SessionState(
                Optional.of(planned),
                new Phase.Scheduled(),
                atNanos,
                entries,
                flags,
                incidents,
                penalties,
                result,
                events);
    }

    SessionState in(Phase next, long atNanos) {
        return new SessionState(
                schedule, next, atNanos, entries, flags, incidents, penalties, result, events);
    }

    SessionState with(Entries changed) {
        return new SessionState(
                schedule, phase, sinceNanos, changed, flags, incidents, penalties, result, events);
    }

    SessionState with(SectorFlags changed) {
        return new SessionState(
                schedule,
                phase,
                sinceNanos,
                entries,
                changed,
                incidents,
                penalties,
                result,
                events);
    }

    SessionState with(Incidents changed) {
        return new SessionState(
                schedule, phase, sinceNanos, entries, flags, changed, penalties, result, events);
    }

    SessionState with(Penalties changed) {
        return new SessionState(
                schedule, phase, sinceNanos, entries, flags, incidents, changed, result, events);
    }

    SessionState with(Result changed) {
        return new SessionState(
                schedule, phase, sinceNanos, entries, flags, incidents, penalties, changed, events);
    }
}
