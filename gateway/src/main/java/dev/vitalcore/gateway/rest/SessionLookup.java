package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.timing.application.LapReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a request names, or says that it does not exist and what does. */
public final class SessionLookup {
    private static final int SESSIONS_LOOKED_AT = 6;
    private static final int SHOWN = 100;

    private final SessionCatalogue catalogue;

    SessionLookup(SessionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @throws Fault (user) when there is none of that name
     */
    public SessionSummary session(String text) {
        SessionId id;
        try {
            id = new SessionId(text);
        } catch (IllegalArgumentException unusable) {
            throw unknown("session", text, unusable, sessionsLike(text));
        }
        return catalogue
                .session(id)
                .orElseThrow(() ->
                        unknown(
                                "session-unknown",
                                "there is no session '" + id + "'",
                                text,
                                sessionsLike(text)));
    }

    /** A car, or the circuit itself, which has samples too. */
    EntryId sampled(SessionSummary session, String car) {
        return car.equals(EntryId.TRACKSIDE) && catalogue.hasTrackside(session.id())
                ? EntryId.trackside(session.id())
                : entry(session, car);
    }

    EntryId entry(SessionSummary session, String car) {
        List<EntryId> entries =
                catalogue.entries(session.id()).stream().map(entry -> entry.entry()).toList();
        KnownNames cars =
                new KnownNames(
                        entries.stream().map(EntryId::car).toList(),
                        "/api/v1/sessions/" + session.id() + "/entries");
        EntryId id;
        try {
            id = new EntryId(session.id(), car);
        } catch (IllegalArgumentException unusable) {
            throw unknown("car", car, unusable, cars);
        }
        if (!entries.contains(id)) {
            throw unknown(
                    "car-unknown",
                    "there is no car '" + id.car() + "' in the session '" + session.id() + "'",
                    car,
                    cars);
        }
        return id;
    }

    /** Whether the car has such a lap is not looked at. */
    LapReference lap(NamedLap named) {
        return new LapReference(entry(session(named.session()), named.car()), named.number());
    }

    /** The one that is written nearly so, however old it is, before the newest ones. */
    private KnownNames sessionsLike(String text) {
        Optional<SessionSummary> like = catalogue.session(SessionId.named(text));
        return new KnownNames(
                Stream.concat(like.stream(), catalogue.sessions(SESSIONS_LOOKED_AT).stream())
                        .map(session -> session.id().value())
                        .distinct()
                        .toList(),
                "/api/v1/sessions");
    }

    /** A name that cannot exist, or the wrong spelling of one that does. */
    private static Fault unknown(
            String what, String text, IllegalArgumentException unusable, KnownNames known) {
        return known.meantBy(text).isPresent()
                ? unknown(
                        what + "-unknown",
                        "there is no " + what + " '" + Text.abbreviate(text, SHOWN) + "'",
                        text,
                        known)
                : unknown(
                        what + "-unusable",
                        Objects.toString(unusable.getMessage(), what),
                        text,
                        known);
    }

    private static Fault unknown(String code, String message, String text, KnownNames known) {
        return Fault.user(code, message, known.remedyFor(text));
    }
}
