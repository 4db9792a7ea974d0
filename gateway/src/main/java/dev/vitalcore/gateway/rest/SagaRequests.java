package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.saga.SagaRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of sagas: by whom, why, and under which key. */
final class SagaRequests {
    private static final int LONGEST_KEY = 90;
    private static final int LONGEST_REASON = 900;

    private final JsonBodies bodies;

    SagaRequests(JsonBodies bodies) {
        this.bodies = bodies;
    }

    /** A body that says who asks. */
    interface Signed {
        @Nullable String who();

        @Nullable String why();
    }

    /** What was asked. */
    record Asked<B extends Signed>(String key, String who, String why, B body) {
        /**
         * @param asked all of it
         */
        SagaRequest request(String asked) {
            return new SagaRequest(key, Fingerprint.of(asked), who, why);
        }
    }

    /**
     * @throws Fault (user) when the key or the name of who asks is missing
     */
    <B extends Signed> Asked<B> read(
            @Nullable String key, HttpServletRequest request, Class<B> type) throws IOException {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Fault.user(
                    "key-missing",
                    "the header Idempotency-Key is missing or longer than " + LONGEST_KEY,
                    "give each request a key of its own, so that it can be sent again safely");
        }
        B body = bodies.read(request, type);
        String who = body.who();
        if (who == null || who.isBlank()) {
            throw Fault.user("field-missing", "'who' is missing", "add \"who\"");
        }
        String why = body.why();
        return new Asked<>(
                key,
                Text.abbreviate(who, LONGEST_KEY),
                why == null ? "" : Text.abbreviate(why, LONGEST_REASON),
                body);
    }
}
