package dev.vitalcore.gateway.live;

import dev.vitalcore.gateway.http.Problem;
import dev.vitalcore.gateway.http.ProblemWriter;
import dev.vitalcore.gateway.rest.SessionLookup;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Refuses with a proper problem, while it is still HTTP, who cannot be served. */
final class LiveHandshake implements HandshakeInterceptor {
    /** Attribute of the socket: the session that it watches. */
    static final String SESSION = SessionId.class.getName();

    /** Attribute of the socket: how it wants its samples. */
    static final String SAMPLES = SampleView.Form.class.getName();

    private final LiveHub hub;
    private final SessionLookup lookup;
    private final ProblemWriter problems;

    LiveHandshake(LiveHub hub, SessionLookup lookup, ProblemWriter problems) {
        this.hub = hub;
        this.lookup = lookup;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return refuse(
                    response,
                    Problem.of(
                            426,
                            "upgrade-required",
                            "this is a WebSocket, the request does not ask for one",
                            "connect with a WebSocket client"));
        }
        try {
            attributes.put(SAMPLES, samples(parameter(request, "samples")));
            attributes.put(SESSION, lookup.session(session(request)).id());
        } catch (Fault refused) {
            return refuse(response, Problem.of(refused));
        }
        if (!hub.hasPlace()) {
            return refuse(
                    response,
                    Problem.of(
                            503,
                            "live-clients-many",
                            "as many live clients as allowed are connected",
                            "close another one, or try again later"));
        }
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing is held between the two, so there is nothing to let go.
    }

    private static String session(ServerHttpRequest request) {
        String session = parameter(request, "session");
        if (session == null) {
            throw Fault.user(
                    "parameter-missing",
                    "the parameter 'session' is missing",
                    "give ?session= one of those of /api/v1/sessions");
        }
        return session;
    }

    private static SampleView.Form samples(@Nullable String text) {
        if (text == null) {
            return SampleView.Form.JSON;
        }
        return switch (text) {
            case "json" -> SampleView.Form.JSON;
            case "binary" -> SampleView.Form.BINARY;
            default ->
                    throw Fault.user(
                            "parameter-unusable",
                            "the parameter 'samples' is '" + Text.abbreviate(text, 100) + "'",
                            "give json or binary");
        };
    }

    private static @Nullable String parameter(ServerHttpRequest request, String name) {
        return request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getParameter(name)
                : null;
    }

    private boolean refuse(ServerHttpResponse response, Problem problem) throws IOException {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        if (problem.worthTryingAgain()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        response.getBody().write(problems.bytes(problem));
        return false;
    }
}
