package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of a platform that is a problem (RFC 9457) becomes a fault again. */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static Fault fault(URI server, int status, byte[] body) {
        JsonNode problem = problem(body);
        String detail = problem.path("detail").asString(server + " answered " + status);
        String remedy = problem.path("remedy").asString("see the platform's log");
        String type = problem.path("type").asString("urn:vitalcore:problem:platform-refused");
        String code = type.substring(type.lastIndexOf(':') + 1);
        return switch (status) {
            case 409 -> Fault.conflict(code, detail, remedy);
            case 429, 503 -> Fault.unavailable(code, detail, remedy);
            default ->
                    status < 500
                            ? Fault.user(code, detail, remedy)
                            : Fault.internal(
                                    code, detail, remedy, new IOException("status " + status));
        };
    }

    static Fault notRunning(URI server, IOException cause) {
        return Fault.unavailable(
                "platform-not-running",
                "no platform answers at " + server,
                "start one with './vitalcore up', or name its address with --server",
                cause);
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
