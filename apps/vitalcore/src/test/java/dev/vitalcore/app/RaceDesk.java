package dev.vitalcore.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Race control of one session by HTTP: each request once, whatever is answered. */
final class RaceDesk implements AutoCloseable {
    static final String SESSION = "spa-race";

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI platform;

    RaceDesk(URI platform) {
        this.platform = platform;
    }

    record Answer(int status, JsonNode body) {
        long position() {
            return body.path("position").asLong(-1);
        }
    }

    /**
     * @param fields beside the command's name and who decides
     */
    Answer command(String key, String command, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("command", command);
        return post("/commands", key, body);
    }

    /** Starts the saga that opens the session. */
    Answer open(String key, Map<String, Object> fields) {
        return post("/opening", key, fields);
    }

    JsonNode sagas() {
        return answer(HttpRequest.newBuilder(platform.resolve("/api/v1/sagas"))).body();
    }

    /** A path below the session. */
    JsonNode get(String path) {
        Answer answer = answer(HttpRequest.newBuilder(of(path)));
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer);
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer post(String path, String key, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("who", "anna");
        return answer(
                HttpRequest.newBuilder(of(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        json.writeValueAsBytes(body))));
    }

    private URI of(String path) {
        return platform.resolve("/api/v1/sessions/" + SESSION + path);
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
