package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.json.SagaJson;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.racecontrol.application.SessionOpening;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Opens sessions, with all that takes part in them. */
@RestController
@RequestMapping("/api/v1/sessions/{session}/opening")
final class OpeningResource {
    private static final long USUAL_MIB = 512;
    private static final long MOST_MIB = 1L << 24;

    private final SessionOpening opening;
    private final Sagas sagas;
    private final SagaRequests requests;
    private final InstantSource clock = InstantSource.system();

    OpeningResource(GatewayServices services, JsonMapper mapper) {
        this.opening = services.decisions().opening();
        this.sagas = services.decisions().sagas();
        this.requests = new SagaRequests(new JsonBodies(mapper));
    }

    /** Starts it, and answers before it is over; idempotent by the key. */
    @PostMapping
    ResponseEntity<SagaJson> open(
            @PathVariable String session,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        SessionId id = Decisions.session(session);
        SagaRequests.Asked<Body> asked = requests.read(key, request, Body.class);
        Body body = asked.body();
        String at = body.at();
        long atNanos = ComingIntoForce.of(Optional.ofNullable(at), clock.instant());
        SagaRequest wanted = asked.request("open " + session + " " + at + " " + mib(body));
        SagaView view =
                opening.start(sagas, new SessionOpening.Wish(id, atNanos, mib(body) << 20), wanted);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/sagas/" + view.saga()))
                .body(SagaJson.of(view));
    }

    private static long mib(Body body) {
        Long asked = body.expectedMib();
        if (asked == null) {
            return USUAL_MIB;
        }
        if (asked < 0 || asked > MOST_MIB) {
            throw Parameters.unusable(
                    "expected_mib", asked.toString(), "give 0 to " + MOST_MIB + " MiB");
        }
        return asked;
    }

    record Body(
            @Nullable String who,
            @Nullable String why,
            @Nullable String at,
            @Nullable Long expectedMib)
            implements SagaRequests.Signed {}
}
