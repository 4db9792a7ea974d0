package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which source of a session is which car. A source that is known stays with its car, whatever else
 * is fed; two recordings of one car (runs, loggers) are entries of their own, so a new source gets
 * a name that no other has.
 */
final class SessionEntries {
    private static final int LONGEST_NAME = 80;

    private final SessionId session;
    private final Map<SourceId, EntryId> known;
    private final Set<EntryId> taken;

    SessionEntries(SessionId session, Map<SourceId, EntryId> known) {
        this.session = session;
        this.known = new HashMap<>(known);
        taken = new HashSet<>(known.values());
    }

    /** As the platform has them; none where it does not know the session. */
    static SessionEntries ask(PlatformClient platform, SessionId session) {
        Map<SourceId, EntryId> known = new HashMap<>();
        try {
            JsonNode sources = platform.get("/api/v1/sessions/" + session + "/sources");
            for (JsonNode source : sources.path("sources")) {
                known.put(
                        new SourceId(source.path("id").asString("")),
                        new EntryId(session, source.path("car").asString("")));
            }
        } catch (Fault fault) {
            if (!fault.code().equals("session-unknown")) {
                throw fault;
            }
        }
        return new SessionEntries(session, known);
    }

    SessionId session() {
        return session;
    }

    /**
     * The source's entry.
     *
     * @param car what the recording calls its car
     */
    EntryId of(SourceId source, String car) {
        return known.computeIfAbsent(source, any -> free(car));
    }

    private EntryId free(String car) {
        EntryId named = EntryId.named(session, car);
        EntryId entry = named;
        for (int count = 2; !taken.add(entry); count++) {
            String suffix = "-" + count;
            int room = Math.min(named.car().length(), LONGEST_NAME - suffix.length());
            entry = new EntryId(session, named.car().substring(0, room) + suffix);
        }
        return entry;
    }
}
