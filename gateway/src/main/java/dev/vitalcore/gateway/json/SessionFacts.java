package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the live socket asks about sessions. */
public interface SessionFacts {
    Optional<SessionSummary> session(SessionId id);

    Set<EntryId> entries(SessionId session);

    /** One entry; empty while the catalogue does not have it yet. */
    Optional<EntryJson> entry(EntryId id);

    /** The laps of an entry so far. */
    List<LapCompleted> laps(EntryId entry);

    /**
     * The session so far.
     *
     * @param provisional entries whose laps may still be corrected
     */
    SessionPicture picture(SessionSummary session, Set<EntryId> provisional);

    /** Entries of which blocks are missing: their laps may still be corrected. */
    Set<EntryId> entriesWithHoles(SessionId session);
}
