package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param start ISO 8601, UTC
 * @param state {@code live} or {@code stored}
 * @param entries how many in a list of sessions, which ones where the session was asked for
 * @param <E> what {@code entries} is
 */
public record SessionJson<E>(
        String id,
        String title,
        @Nullable String track,
        String start,
        double durationS,
        String state,
        E entries) {

    public static SessionJson<Integer> brief(SessionSummary session) {
        return of(session, session.entries());
    }

    public static SessionJson<List<EntryJson>> whole(
            SessionSummary session, List<EntryJson> entries) {
        return of(session, entries);
    }

    private static <E> SessionJson<E> of(SessionSummary session, E entries) {
        return new SessionJson<>(
                session.id().value(),
                session.title(),
                session.track().orElse(null),
                EpochNanos.toInstant(session.startNanos()).toString(),
                EpochNanos.toSeconds(session.durationNanos()),
                Words.of(session.state()),
                entries);
    }
}
