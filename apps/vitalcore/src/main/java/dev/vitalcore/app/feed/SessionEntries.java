package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.Survey.Span;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which source of a session is which car. A source that is known stays with its car, whatever else
 * is fed. Recordings that state the same car are runs of that car, unless they overlap in time:
 * then they are two cars that are called alike. A recording that states none is a car of its own.
 */
final class SessionEntries {
    private static final int LONGEST_NAME = 80;

    private final SessionId session;
    private final Map<SourceId, EntryId> known = new HashMap<>();
    private final Map<EntryId, List<Span>> driven = new HashMap<>();
    private final List<Survey> there = new ArrayList<>();

    SessionEntries(SessionId session) {
        this.session = session;
    }

    /** As the platform has them; none where it does not know the session. */
    static SessionEntries ask(PlatformClient platform, SessionId session) {
        SessionEntries entries = new SessionEntries(session);
        try {
            JsonNode sources = platform.get("/api/v1/sessions/" + session + "/sources");
            for (JsonNode source : sources.path("sources")) {
                entries.know(
                        new SourceId(source.path("id").asString("")),
                        new EntryId(session, source.path("car").asString("")),
                        span(source));
            }
        } catch (Fault fault) {
            if (!fault.code().equals("session-unknown")) {
                throw fault;
            }
        }
        return entries;
    }

    private static Optional<Span> span(JsonNode source) {
        JsonNode first = source.path("first_sample");
        JsonNode last = source.path("last_sample");
        return first.isString() && last.isString()
                ? Optional.of(
                        new Span(
                                EpochNanos.of(Instant.parse(first.asString())),
                                EpochNanos.of(Instant.parse(last.asString()))))
                : Optional.empty();
    }

    /** A source that the session has already. */
    void know(SourceId source, EntryId entry, Optional<Span> span) {
        known.put(source, entry);
        List<Span> spans = driven.computeIfAbsent(entry, any -> new ArrayList<>());
        span.ifPresent(spans::add);
        there.add(new Survey("session '" + session + "'", span, 0, Optional.empty()));
    }

    SessionId session() {
        return session;
    }

    /** What the session has already. */
    List<Survey> there() {
        return List.copyOf(there);
    }

    /** The entry of a source that is said to be this car. */
    EntryId named(SourceId source, String car) {
        return known.computeIfAbsent(source, any -> EntryId.named(session, car));
    }

    /** The entry of a source whose recording states its car. */
    EntryId stated(SourceId source, String car, Optional<Span> span) {
        return of(source, car, span, false);
    }

    /** The entry of a source that has only a name of its own. */
    EntryId unstated(SourceId source, String name, Optional<Span> span) {
        return of(source, name, span, true);
    }

    private EntryId of(SourceId source, String car, Optional<Span> span, boolean alone) {
        EntryId old = known.get(source);
        if (old != null) {
            return old;
        }
        EntryId named = EntryId.named(session, car);
        EntryId entry = named;
        for (int count = 2; !isFree(entry, span, alone); count++) {
            entry = numbered(named, count);
        }
        known.put(source, entry);
        List<Span> spans = driven.computeIfAbsent(entry, any -> new ArrayList<>());
        span.ifPresent(spans::add);
        return entry;
    }

    private boolean isFree(EntryId entry, Optional<Span> span, boolean alone) {
        List<Span> others = driven.get(entry);
        if (others == null) {
            return true;
        }
        return !alone && span.isPresent() && others.stream().noneMatch(span.get()::overlaps);
    }

    private EntryId numbered(EntryId named, int count) {
        String suffix = "-" + count;
        int room = Math.min(named.car().length(), LONGEST_NAME - suffix.length());
        return new EntryId(session, named.car().substring(0, room) + suffix);
    }
}
