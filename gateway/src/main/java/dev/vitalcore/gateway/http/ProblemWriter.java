package dev.vitalcore.gateway.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is involved. */
public final class ProblemWriter {
    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public byte[] bytes(Problem problem) {
        return mapper.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (problem.worthTryingAgain()) {
            response.setHeader("Retry-After", Problem.RETRY_AFTER);
        }
        response.getOutputStream().write(body);
    }
}
