package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.SagaJson;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.racecontrol.application.CarOnboarding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Brings cars with their drivers into sessions. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/entries/{car}/onboarding")
final class OnboardingResource {
    private static final int USUAL_WAIT_S = 600;
    private static final int LONGEST_DRIVERS = 1_000;

    private final CarOnboarding onboarding;
    private final Sagas sagas;
    private final SagaRequests requests;
    private final InstantSource clock = InstantSource.system();

    OnboardingResource(GatewayServices services, JsonMapper mapper) {
        this.onboarding = services.decisions().onboarding();
        this.sagas = services.decisions().sagas();
        this.requests = new SagaRequests(new JsonBodies(mapper));
    }

    /** Starts it, and answers before it is over; idempotent by the key. */
    @PostMapping
    ResponseEntity<SagaJson> onboard(
            @PathVariable String session,
            @PathVariable String car,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        SessionId id = Decisions.session(session);
        SagaRequests.Asked<Body> asked = requests.read(key, request, Body.class);
        CarOnboarding.Wish wish = wish(id, car, asked.body());
        SagaView view =
                onboarding.start(sagas, wish, asked.request(session + " " + car + asked.body()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/sagas/" + view.saga()))
                .body(SagaJson.of(view));
    }

    private CarOnboarding.Wish wish(SessionId session, String car, Body body) {
        String at = body.at();
        return new CarOnboarding.Wish(
                session,
                ComingIntoForce.of(Optional.ofNullable(at), clock.instant()),
                car,
                team(body.team()),
                drivers(body.drivers()),
                wait(body.waitS()),
                Boolean.TRUE.equals(body.mustSend()));
    }

    private static String team(@Nullable String team) {
        if (team == null || team.isBlank()) {
            throw Fault.user("field-missing", "'team' is missing", "add it");
        }
        return team;
    }

    /** All of them are one datum of the saga; how long each may be race control says. */
    private static List<String> drivers(@Nullable List<String> drivers) {
        if (drivers == null || drivers.isEmpty() || drivers.contains(null)) {
            throw Fault.user(
                    "field-missing", "'drivers' is missing", "name them; the first one drives");
        }
        int length = String.join(" ", drivers).length();
        if (length > LONGEST_DRIVERS) {
            throw Fault.user(
                    "field-unusable",
                    "'drivers' have " + length + " characters together",
                    "give at most " + LONGEST_DRIVERS);
        }
        return drivers;
    }

    private static Duration wait(@Nullable Integer seconds) {
        int asked = seconds == null ? USUAL_WAIT_S : seconds;
        if (asked < 0 || asked > CarOnboarding.LONGEST_WAIT.toSeconds()) {
            throw Parameters.unusable(
                    "wait_s",
                    Integer.toString(asked),
                    "give 0 to " + CarOnboarding.LONGEST_WAIT.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(asked);
    }

    record Body(
            @Nullable String who,
            @Nullable String why,
            @Nullable String at,
            @Nullable String team,
            @Nullable List<String> drivers,
            @Nullable Integer waitS,
            @Nullable Boolean mustSend)
            implements SagaRequests.Signed {}
}
