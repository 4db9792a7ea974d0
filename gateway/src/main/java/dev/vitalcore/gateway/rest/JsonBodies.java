package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads small bodies of JSON; what is unusable is refused. */
final class JsonBodies {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int SHOWN = 200;

    private final JsonMapper mapper;

    JsonBodies(JsonMapper mapper) {
        this.mapper =
                mapper.rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
    }

    /**
     * @throws Fault (user) when the body is too large or not such an object
     */
    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Fault.user(
                    "request-too-large",
                    "the body has more than " + MOST_BYTES + " bytes",
                    "send at most " + MOST_BYTES);
        }
        try {
            return Objects.requireNonNull(mapper.readValue(body, type), "null");
        } catch (JacksonException | NullPointerException unusable) {
            throw Fault.user(
                    "body-unusable",
                    "the body is no such JSON object: " + reason(unusable),
                    "send what docs/api.md says of this call",
                    unusable);
        }
    }

    /** Without what the library says to programmers. */
    private static String reason(RuntimeException unusable) {
        String told =
                unusable instanceof JacksonException json
                        ? json.getOriginalMessage()
                        : unusable.getMessage();
        String plain =
                String.valueOf(told)
                        .replaceAll(": enable `[^`]*` to allow", "")
                        .replaceAll(" \\(class [\\w.$]+\\)", "")
                        .replaceAll("`[\\w.]*?(\\w+)`", "$1");
        return Text.abbreviate(plain, SHOWN);
    }
}
