package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.Optional;
import java.util.Set;

/** What the live socket asks about sessions. */
public interface SessionFacts {
    Optional<SessionSummary> session(SessionId id);

    Set<EntryId> entries(SessionId session);

    /** One entry; empty while the catalogue does not have it yet. */
    Optional<EntryJson> entry(EntryId id);

    /** The session so far. */
    SessionPicture picture(SessionSummary session);

    /** Entries of which blocks are missing: their laps may still be corrected. */
    Set<EntryId> entriesWithHoles(SessionId session);
}
