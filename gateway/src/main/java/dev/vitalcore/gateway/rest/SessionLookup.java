package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.telemetry.application.SessionSummary;

/** Finds what a path names, or says that it does not exist. */
final class SessionLookup {
    private final SessionCatalogue catalogue;

    SessionLookup(SessionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    SessionSummary session(String text) {
        SessionId id = Parameters.session(text);
        return catalogue
                .session(id)
                .orElseThrow(() ->
                        Fault.user(
                                "session-unknown",
                                "there is no session '" + id + "'",
                                "see /api/v1/sessions for those that exist"));
    }

    EntryId entry(SessionSummary session, String car) {
        EntryId id = Parameters.entry(session.id(), car);
        boolean known =
                catalogue.entries(session.id()).stream()
                        .anyMatch(entry -> entry.entry().equals(id));
        if (!known) {
            throw Fault.user(
                    "car-unknown",
                    "there is no car '" + car + "' in the session '" + session.id() + "'",
                    "see /api/v1/sessions/" + session.id() + "/entries for those that exist");
        }
        return id;
    }
}
