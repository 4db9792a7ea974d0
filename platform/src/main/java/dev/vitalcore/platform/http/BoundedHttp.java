package dev.vitalcore.platform.http;

import dev.vitalcore.platform.calls.TryLater;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * GETs over HTTP with a bounded answer; the time is bounded by interrupting the caller. Redirects
 * are not followed: the operator named one server, and no other is called. Thread-safe.
 */
public final class BoundedHttp implements AutoCloseable {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(3);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** Where the server says nothing usable of when to come back. */
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIME)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final int mostBytes;

    /**
     * @param mostBytes of an answer's body
     */
    public BoundedHttp(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What the server answered. */
    public record Reply(int status, HttpHeaders headers, byte[] body) {}

    /**
     * Asks once.
     *
     * @param headers of the question
     * @throws TryLater when the server has too much to do and says so
     * @throws IOException also when the answer is too long
     */
    public Reply get(URI uri, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        headers.forEach(request::header);
        HttpResponse<byte[]> response = sent(request.build());
        int status = response.statusCode();
        Optional<Duration> wait = retryAfter(response.headers());
        if (status == TOO_MANY || (status == UNAVAILABLE && wait.isPresent())) {
            throw new TryLater(
                    "HTTP " + status + " from " + uri.getHost() + ", which asks to come back later",
                    wait.orElse(USUAL_WAIT));
        }
        return new Reply(status, response.headers(), response.body());
    }

    /** The client's own exception does not say whom it did not reach. */
    private HttpResponse<byte[]> sent(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, answer -> new BoundedBody(mostBytes));
        } catch (ConnectException none) {
            throw new IOException("no connection to " + request.uri().getAuthority(), none);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /** In seconds; the form with a date is taken for the usual wait. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .map(text -> {
                    try {
                        long seconds = Long.parseLong(text.strip());
                        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT.toSeconds()));
                    } catch (NumberFormatException date) {
                        return USUAL_WAIT;
                    }
                });
    }
}
