package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.gateway.GatewayLimits;
import dev.vitalcore.gateway.GatewaySettings;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerRulesTest {
    private static final int PORT = 8080;

    private final CallerRules rules =
            new CallerRules(
                    new GatewaySettings(
                            InetAddress.getLoopbackAddress(),
                            PORT,
                            Set.of("Pitwall.local"),
                            Set.of("https://pitwall.example"),
                            GatewayLimits.defaults()));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "pitwall.local"})
    void servesItsOwnNames(String host) {
        assertThat(rules.hostAllowed(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.", ""})
    void servesNoOtherName(String host) {
        assertThat(rules.hostAllowed(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080 localhost 8080",
                "http://127.0.0.1:8080 127.0.0.1 8080",
                "http://[::1]:8080 [::1] 8080",
                "http://pitwall.local:8080 Pitwall.Local 8080",
                "http://127.0.0.1 127.0.0.1 80",
                "http://localhost:80 localhost 80",
                "http://localhost:9999 localhost 9999"
            })
    void trustsThePageOfTheServerThatTheBrowserCalls(String call) {
        String[] parts = call.split(" ", -1);

        assertThat(rules.ownOrigin(parts[0], parts[1], Integer.parseInt(parts[2]))).isTrue();
    }

    @Test
    void trustsConfiguredPages() {
        assertThat(rules.originConfigured("https://Pitwall.example")).isTrue();
        assertThat(rules.originConfigured("http://pitwall.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://evil.example:8080",
                "http://localhost:3000",
                "http://localhost",
                "https://localhost:8080",
                "http://localhost:8080.evil.example",
                "file://",
                "http://127.0.0.1:8080",
                "http://::1:8080"
            })
    void trustsNoOtherPage(String origin) {
        assertThat(rules.ownOrigin(origin, "localhost", PORT)).isFalse();
    }
}
