package dev.vitalcore.app.feed;

import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A source's view of a running platform: sends blocks over HTTP and waits until they are durable.
 * While the platform is unavailable (a restart, a full queue) a request is tried again with growing
 * pauses, for {@link #PATIENCE} at most; blocks are numbered, so a repeat does no harm. One that
 * has never answered is not waited for.
 */
public final class PlatformClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Set<String> OPENED = Set.of("complete", "complete_with_failures");
    private static final Set<String> NOT_OPENED = Set.of("undone", "stuck");
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 3_000;

    private final URI server;
    private volatile boolean answeredBefore;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /**
     * @param server e.g. {@code http://127.0.0.1:8080}
     * @throws WrongUsage when the address is none of a server
     */
    public PlatformClient(URI server) {
        this.server = ServerAddress.required(server);
    }

    /** What became of sent blocks; the first refusals in words. */
    public record Receipt(int accepted, int duplicate, int refused, List<String> refusals) {
        static final int MOST_REFUSALS = 20;

        public static final Receipt NOTHING = new Receipt(0, 0, 0, List.of());

        public Receipt {
            refusals = List.copyOf(refusals);
        }

        public Receipt plus(Receipt other) {
            List<String> all = new ArrayList<>(refusals);
            other.refusals.stream().limit(MOST_REFUSALS - all.size()).forEach(all::add);
            return new Receipt(
                    accepted + other.accepted,
                    duplicate + other.duplicate,
                    refused + other.refused,
                    all);
        }
    }

    /**
     * Sends blocks; returns when the log has the accepted ones durably.
     *
     * @param blocks encoded, see docs/blocks.md
     * @throws Fault when the platform cannot be reached or does not take them
     */
    public Receipt send(List<byte[]> blocks) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/v1/blocks"))
                        .timeout(REQUEST_LIMIT)
                        .header("Content-Type", "application/vnd.vitalcore.block+avro")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(framed(blocks)))
                        .build();
        JsonNode answer = exchange(request);
        List<String> refusals = new ArrayList<>();
        JsonNode refused = answer.path("refused");
        for (JsonNode refusal : refused) {
            if (refusals.size() < Receipt.MOST_REFUSALS) {
                refusals.add(
                        "block %s of %s: %s. %s"
                                .formatted(
                                        refusal.path("sequence").asString(""),
                                        refusal.path("source").asString(""),
                                        refusal.path("message").asString(""),
                                        refusal.path("remedy").asString("")));
            }
        }
        return new Receipt(
                answer.path("accepted").asInt(0),
                answer.path("duplicate").asInt(0),
                refused.size(),
                refusals);
    }

    /**
     * Asks for a resource.
     *
     * @param path e.g. {@code /api/v1/sessions}
     */
    public JsonNode get(String path) {
        return exchange(
                HttpRequest.newBuilder(server.resolve(path)).timeout(REQUEST_LIMIT).build());
    }

    /**
     * Sends a command to race control.
     *
     * @param key names the command; sent again with it, it is not carried out again
     * @param body as docs/race-control.md says
     * @throws Fault (conflict) when the rules stand against it
     */
    public JsonNode command(SessionId session, String key, Map<String, Object> body) {
        return post("/api/v1/sessions/" + session + "/commands", key, body);
    }

    /**
     * Opens a session with all that takes part in it; returns when it is open.
     *
     * @param key names the opening; sent again with it, it is not begun again
     * @param body as docs/api.md says of {@code /opening}
     * @throws Fault (conflict) when it could not be opened and all was undone; (unavailable) when
     *     that is not decided in time
     */
    public void open(SessionId session, String key, Map<String, Object> body) {
        JsonNode saga = post("/api/v1/sessions/" + session + "/opening", key, body);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!OPENED.contains(saga.path("phase").asString(""))) {
            String phase = saga.path("phase").asString("");
            if (NOT_OPENED.contains(phase)) {
                throw Fault.conflict(
                        "session-not-opened",
                        "session "
                                + session
                                + " was not opened: "
                                + saga.path("reason").asString(""),
                        "remove the cause, then open it anew");
            }
            if (System.nanoTime() > deadline) {
                throw Fault.unavailable(
                        "session-not-opened",
                        "session " + session + " is still being opened: " + phase,
                        "GET /api/v1/sagas/" + saga.path("saga").asString("") + " shows the steps");
            }
            sleep(FIRST_PAUSE_MS);
            saga = get("/api/v1/sagas/" + saga.path("saga").asString(""));
        }
    }

    private JsonNode post(String path, String key, Map<String, Object> body) {
        return exchange(
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(REQUEST_LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build());
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode exchange(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            Attempt attempt = attempt(request);
            switch (attempt) {
                case Attempt.Answered answered -> {
                    return answered.body();
                }
                case Attempt.Failed failed when !failed.again() -> throw failed.fault();
                case Attempt.Failed failed -> {
                    if (System.nanoTime() + pause * 1_000_000L > deadline) {
                        throw failed.fault();
                    }
                }
            }
            sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    /** How one try of a request went. */
    private sealed interface Attempt {
        record Answered(JsonNode body) implements Attempt {}

        record Failed(Fault fault, boolean again) implements Attempt {}
    }

    private Attempt attempt(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            int status = response.statusCode();
            answeredBefore = true;
            if (status / 100 == 2) {
                return new Attempt.Answered(json.readTree(response.body()));
            }
            return new Attempt.Failed(
                    ProblemAnswer.fault(server, status, response.body()),
                    status == 503 || status == 429);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            return new Attempt.Failed(ProblemAnswer.notRunning(server, nobody), answeredBefore);
        } catch (JacksonException notJson) {
            return new Attempt.Failed(
                    Fault.unavailable(
                            "platform-not-running",
                            "what answers at " + server + " is no vitalcore platform",
                            "name the platform's address with --server",
                            notJson),
                    false);
        } catch (IOException cut) {
            return new Attempt.Failed(
                    Fault.unavailable(
                            "connection-lost",
                            "the connection to " + server + " broke: " + cut,
                            "run the command again; what arrived is kept and not doubled",
                            cut),
                    true);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static byte[] framed(List<byte[]> blocks) {
        int size = blocks.stream().mapToInt(block -> Integer.BYTES + block.length).sum();
        ByteArrayOutputStream body = new ByteArrayOutputStream(size);
        for (byte[] block : blocks) {
            body.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(block.length).array());
            body.writeBytes(block);
        }
        return body.toByteArray();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static Fault interrupted() {
        return Fault.unavailable(
                "interrupted",
                "stopped before all was sent",
                "run the command again; what arrived is kept and not doubled");
    }
}
