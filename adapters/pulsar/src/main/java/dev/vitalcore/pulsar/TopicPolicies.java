package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.http.BoundedBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees to it, through the broker's admin interface (REST, {@code /admin/v2}), that the topic keeps
 * events for ever and each once. A namespace that is absent is made so; one that is there is never
 * changed, only checked: its policies are somebody's decision.
 */
final class TopicPolicies {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 20;
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private static final String FOR_EVER =
            """
            {"retention_policies":{"retentionTimeInMinutes":-1,"retentionSizeInMB":-1},
             "deduplicationEnabled":true}
            """;

    private final PulsarSettings settings;
    private final Optional<Token> token;
    private final HttpClient client;

    private TopicPolicies(PulsarSettings settings, HttpClient client) {
        this.settings = settings;
        this.token = settings.tokenFile().map(Token::new);
        this.client = client;
    }

    /**
     * Makes namespace and topic where they are absent and checks what holds for the topic.
     *
     * @throws Fault (user) when retention ends, repeats would be kept, or the topic is partitioned;
     *     (unavailable) when the broker does not answer
     */
    static void ensure(PulsarSettings settings) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            TopicPolicies policies = new TopicPolicies(settings, client);
            policies.make();
            policies.check();
        } finally {
            client.shutdownNow(); // an answer that has no end is not waited for
        }
    }

    private void make() {
        String namespace = "namespaces/" + settings.namespace();
        if (send("GET", namespace, "").statusCode() == NOT_FOUND) {
            requireMade(send("PUT", namespace, FOR_EVER), "namespace " + settings.namespace());
        }
        requireMade(send("PUT", topic(""), ""), "topic " + settings.topic());
    }

    private void check() {
        String retention = applied("retention");
        if (!retention.contains("\"retentionTimeInMinutes\":-1")
                || !retention.contains("\"retentionSizeInMB\":-1")) {
            throw unfit(
                    "does not keep messages for ever (" + Text.abbreviate(retention, 100) + ")",
                    "set-retention --size -1 --time -1");
        }
        if (!applied("deduplicationEnabled").strip().equals("true")) {
            throw unfit("keeps a message twice that is sent twice", "set-deduplication --enable");
        }
        if (!get(topic("/partitions")).contains("\"partitions\":0")) {
            throw Fault.user(
                    "pulsar-topic-unfit",
                    "topic " + settings.where() + " has partitions, so no one order",
                    "choose another topic for the event store");
        }
    }

    /** What holds in the end, by the policies of topic, namespace and broker. */
    private String applied(String policy) {
        return get(topic("/" + policy + "?applied=true"));
    }

    private String topic(String below) {
        return "persistent/" + settings.topic() + below;
    }

    private String get(String path) {
        HttpResponse<byte[]> answer = send("GET", path, "");
        if (answer.statusCode() != OK) {
            throw refused(path, answer);
        }
        return text(answer);
    }

    private void requireMade(HttpResponse<byte[]> answer, String what) {
        if (answer.statusCode() != NO_CONTENT && answer.statusCode() != CONFLICT) {
            throw refused(what, answer);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, String body) {
        URI address = settings.admin().resolve("/admin/v2/" + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        token.ifPresent(known -> request.header("Authorization", "Bearer " + known.get()));
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw Fault.unavailable(
                    "pulsar-admin",
                    "the admin interface of Pulsar at "
                            + settings.admin()
                            + " does not answer: "
                            + (e instanceof TimeoutException
                                    ? "no end within " + ANSWER
                                    : e.getCause()),
                    "check that the broker runs, and admin=… of the address",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "pulsar-interrupted", "interrupted while asking Pulsar", "try again", e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private Fault unfit(String what, String command) {
        return Fault.user(
                "pulsar-topic-unfit",
                "topic " + settings.where() + " " + what,
                "pulsar-admin namespaces " + command + " " + settings.namespace());
    }

    private Fault refused(String what, HttpResponse<byte[]> answer) {
        return Fault.user(
                "pulsar-admin-refused",
                "Pulsar at %s answers %d for %s: %s"
                        .formatted(
                                settings.admin(),
                                answer.statusCode(),
                                what,
                                Text.abbreviate(text(answer), 200)),
                "check tenant and namespace, and that the token may read their policies");
    }
}
