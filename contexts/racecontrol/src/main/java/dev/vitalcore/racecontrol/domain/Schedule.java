package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled;
import dev.vitalcore.kernel.SessionId;

/** What was fixed when the session was scheduled; see {@code SessionScheduled}. */
public record Schedule(
        SessionId session,
        SessionKind kind,
        String name,
        String circuit,
        long startNanos,
        int marshalSectors,
        long protestNanos) {
    static Schedule of(SessionScheduled event) {
        return new Schedule(
                event.session(),
                event.kind(),
                event.name(),
                event.circuit(),
                event.startNanos(),
                event.marshalSectors(),
                event.protestNanos());
    }
}
