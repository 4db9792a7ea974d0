package dev.vitalcore.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that does not behave: each call ends, and with a fault that says what to do. */
class HttpSchemaRegistryTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void asksForASchemaOnce() {
        answer(200, "{\"schema\": \"\\\"int\\\"\"}");
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(address())) {
            assertThat(registry.schema(7)).isEqualTo("\"int\"");
            assertThat(registry.schema(7)).isEqualTo("\"int\"");
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotKeepThatASchemaIsUnknown() {
        answer(404, "{\"error_code\": 40403, \"message\": \"Schema 7 not found\"}");
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(address())) {
            for (int time = 0; time < 2; time++) {
                Fault fault = catchThrowableOfType(Fault.class, () -> registry.schema(7));
                assertThat(fault.code()).isEqualTo("schema-unknown");
            }
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void givesUpOnAnswersThatDoNotCome() {
        server.createContext("/", exchange -> await());

        assertUnavailable(askedWithin(SHORT), "did not answer within 300 ms");
    }

    @Test
    void givesUpOnAnswersThatDoNotEnd() {
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    await();
                });

        assertUnavailable(askedWithin(SHORT), "did not answer within 300 ms");
    }

    @Test
    void givesUpOnAnswersThatAreTooLong() {
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    fill(exchange);
                });

        assertUnavailable(askedWithin(RegistryCalls.LIMIT), "more than 4194304 bytes");
    }

    @Test
    void tellsThatNothingIsThere() {
        URI address = address();
        server.stop(0);

        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(address)) {
            assertUnavailable(
                    catchThrowableOfType(Fault.class, registry::subjects), "ConnectException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{", "[]", "{\"schema\": 5}", "null"})
    void refusesAnswersThatAreNoneOfARegistry(String body) {
        answer(200, body);

        assertUnavailable(askedWithin(RegistryCalls.LIMIT), "no schema registry");
    }

    @ParameterizedTest
    @CsvSource({
        "500, UNAVAILABLE, registry-unavailable",
        "503, UNAVAILABLE, registry-unavailable",
        "429, UNAVAILABLE, registry-unavailable",
        "301, USER, registry-refuses",
        "401, USER, registry-refuses",
        "409, CONFLICT, schema-incompatible"
    })
    void mapsWhatHasNoCodeByItsStatus(int status, Fault.Kind kind, String code) {
        answer(status, "{\"message\": \"no luck today\"}");

        Fault fault = askedWithin(RegistryCalls.LIMIT);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).contains("no luck today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a/", "registry", "http:x", "http://user:secret@host/"})
    void refusesAddressesThatAreNone(String address) {
        Fault fault =
                catchThrowableOfType(
                        Fault.class, () -> new HttpSchemaRegistry(URI.create(address)));

        assertThat(fault.code()).isEqualTo("registry-address-unusable");
        assertThat(fault.text()).doesNotContain("secret");
    }

    private Fault askedWithin(Duration limit) {
        try (RegistryCalls calls = new RegistryCalls(address(), limit)) {
            return catchThrowableOfType(
                    Fault.class, () -> calls.text(calls.get("/schemas/ids/1", "1"), "schema"));
        }
    }

    private static void assertUnavailable(Fault fault, String reason) {
        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.text()).contains(reason).contains("127.0.0.1");
    }

    private void answer(int status, String body) {
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(bytes);
                    }
                });
    }

    private void fill(HttpExchange exchange) throws IOException {
        byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        while (over.getCount() > 0) {
            exchange.getResponseBody().write(spaces); // ends when the caller has closed
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
