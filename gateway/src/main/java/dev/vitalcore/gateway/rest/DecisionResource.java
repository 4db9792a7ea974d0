package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.DecidedJson;
import dev.vitalcore.gateway.json.SessionPictureJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.application.Decided;
import dev.vitalcore.racecontrol.application.SessionPicture;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What race control has decided about a session: now, and as it was known at any moment. */
@RestController
@RequestMapping("/api/v1/sessions/{session}")
final class DecisionResource {
    private static final Set<String> OF_STATE = Set.of("as_of", "known_at");
    private static final Set<String> OF_HISTORY =
            Set.of("as_of", "known_at", "about", "after", "limit");
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;

    private final Sessions sessions;

    DecisionResource(GatewayServices services) {
        this.sessions = services.decisions().sessions();
    }

    @GetMapping("/state")
    SessionPictureJson state(
            @PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, OF_STATE);
        SessionId id = Decisions.session(session);
        SessionPicture picture = sessions.picture(id, Decisions.moment(parameters));
        if (picture.version() == 0 && sessions.history(id, 0, 1, Moment.NOW).isEmpty()) {
            throw unknown(id);
        }
        return SessionPictureJson.of(id, picture);
    }

    @GetMapping("/history")
    History history(@PathVariable String session, @RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, OF_HISTORY);
        SessionId id = Decisions.session(session);
        int after = Parameters.whole(parameters, "after", 0, Integer.MAX_VALUE).orElse(0);
        int limit = Parameters.whole(parameters, "limit", 1, MOST).orElse(USUAL);
        Optional<Subject> about = subject(parameters.get("about"));
        Moment moment = Decisions.moment(parameters);
        List<Decided> found =
                about.isPresent()
                        ? sessions.history(id, about.get(), after, limit, moment)
                        : sessions.history(id, after, limit, moment);
        return new History(found.stream().map(DecidedJson::of).toList());
    }

    private static Optional<Subject> subject(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Subject::parse);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "parameter-unusable",
                    "the parameter 'about': " + unusable.getMessage(),
                    "e.g. about=incident/3",
                    unusable);
        }
    }

    private static Fault unknown(SessionId session) {
        return Fault.user(
                "session-unknown",
                "race control knows no session '" + session + "'",
                "schedule it: POST /api/v1/sessions/" + session + "/commands");
    }

    record History(List<DecidedJson> decisions) {}
}
