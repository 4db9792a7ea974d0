package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformClientTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"400, USER", "404, USER", "409, CONFLICT", "500, INTERNAL", "502, INTERNAL"})
    void saysWhoHasToActOnAnAnswer(int status, Fault.Kind kind) {
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });

        try (PlatformClient client = new PlatformClient(address())) {
            assertThatThrownBy(() -> client.get("/api/v1/health"))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "127.0.0.1",
                "",
                "ftp://there",
                "http:///path",
                "http://there:99999"
            })
    void refusesAnAddressThatIsNoServer(String address) {
        assertThatThrownBy(() -> new PlatformClient(URI.create(address)))
                .isInstanceOfSatisfying(
                        WrongUsage.class,
                        wrong -> {
                            assertThat(wrong.text()).contains("--server '" + address + "'");
                            assertThat(wrong.remedy()).contains("http://");
                        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
