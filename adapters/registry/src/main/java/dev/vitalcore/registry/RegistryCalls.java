package dev.vitalcore.registry;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a registry: each ends within {@link #LIMIT}, an answer has at most {@value
 * #MOST_BYTES} bytes, and every refusal becomes a fault. Redirects are not followed.
 */
final class RegistryCalls implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final int SHOWN = 100;

    private final String base;
    private final Duration limit;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();

    RegistryCalls(URI base) {
        this(base, LIMIT);
    }

    RegistryCalls(URI base, Duration limit) {
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                || base.getHost() == null
                || base.getUserInfo() != null) {
            throw Fault.user(
                    "registry-address-unusable",
                    "the address of the schema registry cannot be used",
                    "give it as http://host:port/path, without a name and password in it");
        }
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.limit = limit;
    }

    JsonNode get(String path, String asked) {
        return call(request(path).GET(), asked);
    }

    JsonNode post(String path, Map<String, String> body, String asked) {
        return call(request(path).POST(bytes(body)), asked);
    }

    JsonNode put(String path, Map<String, String> body, String asked) {
        return call(request(path).PUT(bytes(body)), asked);
    }

    /** A field that the API promises. */
    String text(JsonNode answer, String field) {
        JsonNode value = answer.path(field);
        if (!value.isString()) {
            throw odd("its answer has no text '" + field + "'", null);
        }
        return value.asString();
    }

    /** A field that the API promises. */
    int number(JsonNode answer, String field) {
        JsonNode value = answer.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw odd("its answer has no number '" + field + "'", null);
        }
        return value.asInt();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE + ", application/json");
    }

    private HttpRequest.BodyPublisher bytes(Map<String, String> body) {
        return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    private JsonNode call(HttpRequest.Builder request, String asked) {
        HttpResponse<byte[]> response = send(request.build());
        JsonNode answer = parsed(response.body());
        if (response.statusCode() / 100 == 2) {
            return answer;
        }
        throw RegistryErrors.fault(response.statusCode(), answer, asked);
    }

    /** The limit holds for the whole answer; that of the request would end with its head. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable("it did not answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw unavailable(
                    e.getCause() instanceof IOException io
                            ? io.getClass().getSimpleName() + " " + io.getMessage()
                            : String.valueOf(e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw unavailable("the wait for it was interrupted", e);
        }
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw odd("its answer is no JSON", e);
        }
    }

    private Fault unavailable(String reason, Throwable cause) {
        return Fault.unavailable(
                RegistryErrors.UNAVAILABLE,
                "the schema registry at "
                        + base
                        + " cannot be used: "
                        + Text.abbreviate(reason, SHOWN),
                "see that it runs there, then try again",
                cause);
    }

    private Fault odd(String reason, @Nullable Throwable cause) {
        String message = "what runs at " + base + " is no schema registry: " + reason;
        String remedy = "give the address at which its REST API begins";
        return cause == null
                ? Fault.unavailable(RegistryErrors.UNAVAILABLE, message, remedy)
                : Fault.unavailable(RegistryErrors.UNAVAILABLE, message, remedy, cause);
    }
}
