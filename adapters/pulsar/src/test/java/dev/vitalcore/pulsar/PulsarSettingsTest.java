package dev.vitalcore.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulsarSettingsTest {
    @Test
    void readsAnAddress() {
        PulsarSettings settings =
                PulsarSettings.parse(
                        "pulsar+ssl://pulsar.example/race/decisions/events?admin=https://admin.example:8443&token-file=/run/secrets/pulsar");

        assertThat(settings.service()).isEqualTo(URI.create("pulsar+ssl://pulsar.example:6651"));
        assertThat(settings.admin()).isEqualTo(URI.create("https://admin.example:8443"));
        assertThat(settings.topic()).isEqualTo("race/decisions/events");
        assertThat(settings.namespace()).isEqualTo("race/decisions");
        assertThat(settings.tokenFile()).contains(Path.of("/run/secrets/pulsar"));
        assertThat(settings.writer()).contains(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void knowsTheUsualPorts() {
        PulsarSettings settings =
                PulsarSettings.parse("pulsar://127.0.0.1/public/vitalcore/events");

        assertThat(settings.service()).isEqualTo(URI.create("pulsar://127.0.0.1:6650"));
        assertThat(settings.admin()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void sendsNoTokenInTheClear() {
        Fault fault = fault("pulsar://pulsar.example/a/b/c?token-file=/run/secrets/pulsar");

        assertThat(fault.code()).isEqualTo("pulsar-token-in-the-clear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pulsar.example/a/b/c",
                "pulsar://pulsar.example/a/b",
                "pulsar://pulsar.example/a/b/c/d",
                "pulsar://user:secret@pulsar.example/a/b/c",
                "pulsar://pulsar.example/a/b/c?retention=1",
                "pulsar:///a/b/c",
                "pulsar://pulsar.example/a/b/c?admin=https://user:secret@pulsar.example",
                "pulsar://pulsar.example/a/b/c?admin=ftp://user:secret@pulsar.example",
                "pulsar://pulsar.example/a/b/c?token-file",
                "pulsar://pulsar.example/a/b/c?token-file=",
                "pulsar://pulsar.example/a/b/c?admin=http://a.example&admin=http://b.example",
            })
    void refusesWhatIsNoSuchAddress(String text) {
        Fault fault = fault(text);

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).doesNotContain("secret");
        assertThat(fault.remedy()).contains("pulsar://HOST:PORT/TENANT/NAMESPACE/TOPIC");
    }

    private static Fault fault(String text) {
        return catchThrowableOfType(Fault.class, () -> PulsarSettings.parse(text));
    }
}
