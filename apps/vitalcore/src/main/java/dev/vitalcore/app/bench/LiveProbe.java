package dev.vitalcore.app.bench;

import dev.vitalcore.kernel.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A live client that notes how old each sample of the traced channel is when it arrives. Reads the
 * frames as tokens, so that the probe does not weigh more than what it measures.
 */
final class LiveProbe implements AutoCloseable, WebSocket.Listener {
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Load load;
    private final Histogram ages = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final JsonFactory json = JsonFactory.builder().build();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final double warmUpSeconds;
    private @Nullable WebSocket socket;
    private volatile String ended = "";

    private LiveProbe(Load load, double warmUpSeconds) {
        this.load = load;
        this.warmUpSeconds = warmUpSeconds;
    }

    /**
     * Connects as soon as the session exists, and subscribes to one channel of all cars.
     *
     * @param warmUpSeconds samples before that do not count
     */
    static LiveProbe connect(URI server, String session, Load load, double warmUpSeconds)
            throws InterruptedException {
        LiveProbe probe = new LiveProbe(load, warmUpSeconds);
        URI live = URI.create("ws://" + server.getAuthority() + "/api/v1/live?session=" + session);
        WebSocket socket = probe.open(live);
        probe.socket = socket;
        List<String> cars =
                load.cars().stream().limit(64).map(car -> '"' + car.entry().car() + '"').toList();
        socket.sendText(
                        "{\"type\":\"subscribe\",\"cars\":["
                                + String.join(",", cars)
                                + "],\"channels\":[\"speed\"]}",
                        true)
                .join();
        return probe;
    }

    private WebSocket open(URI live) throws InterruptedException {
        long deadline = System.nanoTime() + CONNECT_LIMIT.toNanos();
        while (true) {
            try {
                return http.newWebSocketBuilder()
                        .connectTimeout(CONNECT_LIMIT)
                        .buildAsync(live, this)
                        .join();
            } catch (CompletionException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(AGAIN.toMillis());
            }
        }
    }

    /**
     * Ages of samples on arrival, microseconds.
     *
     * @throws Fault when the server closed the connection, or nothing came over it
     */
    Histogram ages() {
        String why = ended;
        if (!why.isEmpty() || ages.getTotalCount() == 0) {
            throw Fault.unavailable(
                    "bench-client-cut-off",
                    "the live client " + (why.isEmpty() ? "saw no sample" : why),
                    "the latency of this run is unknown; try a lower --rate");
        }
        return ages.copy();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            note(text.toString(), load.secondsSinceStart());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended = "was closed by the server: " + status + " " + reason;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        ended = "lost its connection: " + problem;
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        http.close();
    }

    /** The numbers of every array named x are event times of samples, seconds since the start. */
    private void note(String frame, double now) {
        if (!frame.contains("\"trace\"")) {
            return;
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), frame)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY
                        && "x".equals(parser.currentName())) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        note(now, parser.getDoubleValue());
                    }
                }
            }
        }
    }

    private void note(double now, double at) {
        if (at >= warmUpSeconds) {
            long micros = Math.round((now - at) * 1e6);
            ages.recordValue(Math.clamp(micros, 0, HIGHEST_MICROS));
        }
    }
}
