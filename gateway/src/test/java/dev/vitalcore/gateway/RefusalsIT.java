package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the gateway does not do, and how it says so. */
class RefusalsIT {
    private static final CircleRun RUN = new CircleRun("circle", "7");
    private static final int CONCURRENT_REQUESTS = 4;
    private static final int REQUEST_BYTES = 64 * 1024;
    private static final String DOWN = "no checkpoint for 60 s";

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        GatewayLimits small =
                GatewayLimits.defaults()
                        .withConcurrentRequests(CONCURRENT_REQUESTS)
                        .withBodies(
                                new BodyLimits(REQUEST_BYTES, REQUEST_BYTES / 2, REQUEST_BYTES));
        platform =
                new RunningPlatform(
                        directory,
                        small,
                        List.of(
                                check("log", new HealthCheck.Health(true, "1 broker")),
                                check("speed_layer", new HealthCheck.Health(false, DOWN))));
        platform.feed(RUN.blocks(0, 2));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer("/sessions/circle").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/nothing                                        | 404 | path-unknown | /api/v1/nothing",
                "/sessions/monza                                 | 404 | session-unknown | 'monza'",
                "/sessions/Monza!                                | 400 | session-unusable | 'Monza!'",
                "/sessions/Circle                                | 404 | session-unknown | 'Circle'",
                "/sessions/monza/ledger                          | 404 | session-unknown | 'monza'",
                "/sessions/circle/entries/8/laps                 | 404 | car-unknown | '8'",
                "/sessions/circle/entries/8/series?channels=speed | 404 | car-unknown | '8'",
                "/sessions/circle/entries/7/series               | 400 | parameter-missing | 'channels'",
                "/sessions/circle/entries/7/series?channels=fuel | 404 | channel-unknown | fuel",
                "/sessions/circle/entries/7/series?channels=speed&from_s=2.5&to_s=1 | 400 | range-empty | from 2.5 s to 1 s is empty",
                "/sessions/circle/entries/7/series?channels=speed&from_s=80 | 400 | range-empty | from 80 s to 1.98 s is empty",
                "/sessions/circle/entries/7/series?channels=speed&lap=9 | 404 | lap-unknown | 9",
                "/overlay?reference=circle/7&other=circle/7/2&channels=speed | 400 | parameter-unusable | 'reference'",
                "/overlay?reference=Monza!/7/1&other=circle/7/2&channels=speed | 400 | session-unusable | 'Monza!'",
                "/overlay?reference=circle//1&other=circle/7/2&channels=speed | 400 | car-unusable | ''",
                "/overlay?reference=circle/7/1&other=circle/8/2&channels=speed | 404 | car-unknown | '8'",
                "/overlay?reference=circle/7/1&other=circle/7/2&channels=speed | 404 | lap-unknown | 1",
                "/overlay?other=circle/7/2&channels=speed | 400 | parameter-missing | 'reference'",
                "/sessions?limit=1001                            | 400 | parameter-unusable | '1001'",
                "/sessions?limit=many                            | 400 | parameter-unusable | 'many'",
                "/sessions?limt=5                                | 400 | parameter-unusable | 'limt'",
                "/sessions/circle/warnings?limit=0               | 400 | parameter-unusable | '0'",
                "/live                                           | 426 | upgrade-required | WebSocket",
                "/live?session=circle                            | 426 | upgrade-required | WebSocket"
            })
    void refusesWithAProblem(String path, int status, String code, String detail) {
        HttpResponse<String> answer = platform.answer(path);

        assertProblem(answer, status, code);
        assertThat(RunningPlatform.json(answer).path("detail").asString()).contains(detail);
    }

    @Test
    void isDownWhenAPartIsDown() {
        HttpResponse<String> answer = platform.answer("/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        JsonNode health = RunningPlatform.json(answer);
        assertThat(health.path("status").asString()).isEqualTo("down");
        assertThat(health.at("/components/log/status").asString()).isEqualTo("up");
        assertThat(health.at("/components/speed_layer/detail").asString()).isEqualTo(DOWN);
        assertThat(health.at("/components/live/status").asString()).isEqualTo("up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/sessions/Circle                                    | did you mean 'circle'?",
                "/sessions/nowhere                                   | known so far: 'circle'",
                "/sessions/circle/entries/No.7/laps                  | known so far: '7'",
                "/sessions/circle/entries/7/series?channels=Speed    | did you mean 'speed'?",
                "/sessions/circle/entries/7/series?channels=fuel     | 'latitude', 'longitude', 'speed', 'throttle'",
                "/sessions?limit=0                                   | a whole number from 1 to 1000"
            })
    void saysWhatThereIs(String path, String remedy) {
        awaitChannels();

        JsonNode problem = platform.get(path);

        assertThat(problem.path("remedy").asString()).contains(remedy);
    }

    private static void awaitChannels() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.answer("/sessions/circle/entries/7/channels")
                                .body()
                                .contains("throttle"));
    }

    @Test
    void refusesOtherMethodsAndBodies() {
        HttpResponse<String> method = platform.send(platform.request("/sessions").DELETE().build());
        assertProblem(method, 405, "method-not-allowed");
        assertSays(method, "DELETE is not allowed at '/api/v1/sessions'", "use GET");
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");

        HttpResponse<String> body = platform.post("/blocks", "text/plain", new byte[] {1});
        assertProblem(body, 415, "body-type-unusable");
        assertSays(body, "'text/plain'", RunningPlatform.BLOCKS);

        HttpResponse<String> answer =
                platform.send(
                        platform.request("/sessions").header("Accept", "text/csv").GET().build());
        assertProblem(answer, 406, "answer-type-unusable");
        assertSays(answer, "'text/csv'", "application/json");

        assertProblem(
                platform.post("/dead-letters/0-7/redrive", "text/plain", new byte[0]),
                404,
                "dead-letter-unknown");
    }

    /** The container refuses it before it is a request. */
    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/sessions/a%2Fb HTTP/1.1, 400",
        "GET /api/v1/sessions/%00 HTTP/1.1, 400",
        "GET /api/v1/sessions[0] HTTP/1.1, 400",
        "GET /api/v1/sessions HTTP/7.1, 505",
        "TRACE /api/v1/sessions HTTP/1.1, 405",
        "FOO /api/v1/sessions HTTP/1.1, 405"
    })
    void refusesInOurWordsWhatTheContainerRefuses(String line, int status) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"remedy\"")
                .contains("/api/v1/sessions");
    }

    private static void assertSays(HttpResponse<String> answer, String detail, String remedy) {
        JsonNode problem = RunningPlatform.json(answer);
        assertThat(problem.path("detail").asString()).contains(detail);
        assertThat(problem.path("remedy").asString()).contains(remedy);
    }

    @Test
    void refusesBodiesThatAreNotWhole() {
        byte[] whole = RunningPlatform.body(List.of(new byte[100]));
        byte[] cut = Arrays.copyOf(whole, 50);

        assertProblem(post(cut), 400, "body-truncated");
        assertProblem(post(new byte[0]), 400, "body-empty");
        assertProblem(post(new byte[] {-1, -1, -1, -1}), 400, "block-length-unusable");
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherItSaysSoOrNot() {
        byte[] large =
                RunningPlatform.body(List.of(new byte[30_000], new byte[30_000], new byte[30_000]));

        assertProblem(post(large), 413, "request-too-large");
        HttpRequest streamed =
                platform.request("/blocks")
                        .header("Content-Type", RunningPlatform.BLOCKS)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(large)))
                        .build();
        assertProblem(platform.send(streamed), 413, "request-too-large");
    }

    @Test
    void letsNoForeignPageChangeAnything() {
        HttpRequest forged =
                platform.request("/blocks")
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", RunningPlatform.BLOCKS)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1}))
                        .build();

        assertProblem(platform.send(forged), 403, "origin-foreign");
    }

    @Test
    void letsNoPageOfAnotherSiteKeepTheServerBusy() {
        HttpRequest hidden =
                platform.request("/sessions").header("Sec-Fetch-Site", "cross-site").GET().build();
        HttpRequest own =
                platform.request("/sessions").header("Sec-Fetch-Site", "same-origin").GET().build();

        assertProblem(platform.send(hidden), 403, "origin-foreign");
        assertThat(platform.send(own).statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReachedByAForeignName() throws IOException {
        String answer =
                raw(
                        "GET /api/v1/sessions HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421").contains("host-foreign");
    }

    @Test
    void worksOnSoManyRequestsAtATimeOnly() throws IOException {
        List<Socket> unfinished = new ArrayList<>();
        for (int i = 0; i < CONCURRENT_REQUESTS; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.port());
            unfinished.add(socket);
            socket.getOutputStream()
                    .write(
                            """
                            POST /api/v1/blocks HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: %s\r
                            Content-Length: 100\r
                            \r
                            """
                                    .formatted(RunningPlatform.BLOCKS)
                                    .getBytes(StandardCharsets.US_ASCII));
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> platform.answer("/sessions").statusCode() == 503);
        HttpResponse<String> refused = platform.answer("/sessions");
        assertProblem(refused, 503, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");

        for (Socket socket : unfinished) {
            socket.close();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> platform.answer("/sessions").statusCode() == 200);
    }

    @Test
    void sendsHeadersThatProtectThePage() {
        HttpResponse<String> answer = platform.answer("/sessions");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void saysWhenThePortIsBusy() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> platform.startAnotherGateway().close())
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("port-busy"))
                .withMessageContaining("" + platform.port());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = RunningPlatform.json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:vitalcore:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("remedy").asString()).isNotBlank();
    }

    private static HttpResponse<String> post(byte[] body) {
        return platform.post("/blocks", RunningPlatform.BLOCKS, body);
    }

    /** The JDK's client does not let one choose the Host header. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HealthCheck check(String component, HealthCheck.Health health) {
        return new HealthCheck() {
            @Override
            public String component() {
                return component;
            }

            @Override
            public Health check() {
                return health;
            }
        };
    }
}
