package dev.vitalcore.kurrentdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kurrentdb.KurrentDbSettings.User;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KurrentDbSettingsTest {
    @Test
    void readsAnAddress() {
        assertThat(
                        KurrentDbSettings.parse(
                                "kurrentdb://race@db.example:2114/decisions?password-file=/run/secrets/db"))
                .isEqualTo(
                        new KurrentDbSettings(
                                "db.example",
                                2114,
                                "decisions",
                                Optional.of(new User("race", Path.of("/run/secrets/db"))),
                                true,
                                KurrentDbSettings.DEFAULT_MEMORY_LIMIT_BYTES));
    }

    @Test
    void encryptsUnlessToldOtherwise() {
        assertThat(KurrentDbSettings.parse("kurrentdb://127.0.0.1/decisions").tls()).isTrue();
        assertThat(KurrentDbSettings.parse("kurrentdb://127.0.0.1/decisions?tls=false").tls())
                .isFalse();
    }

    @Test
    void tellsThatThereIsNoServer() {
        KurrentDbSettings nowhere =
                KurrentDbSettings.parse("kurrentdb://127.0.0.1:1/decisions?tls=false");

        Fault fault =
                catchThrowableOfType(
                        Fault.class,
                        () -> KurrentDbEventStore.open(nowhere, java.time.InstantSource.system()));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.text()).contains("kurrentdb://127.0.0.1:1/decisions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "esdb://db.example/decisions",
                "kurrentdb://race:s3cret@db.example/decisions",
                "kurrentdb://race@db.example/decisions",
                "kurrentdb://db.example/decisions?password-file=/run/secrets/db",
                "kurrentdb://race@db.example/decisions?password-file=/f&tls=false",
                "kurrentdb://db.example/$all",
                "kurrentdb://db.example/decisions?tls=maybe",
                "kurrentdb://db.example/decisions?tlsVerifyCert=false",
            })
    void refusesWhatIsNotUsable(String text) {
        Fault fault = catchThrowableOfType(Fault.class, () -> KurrentDbSettings.parse(text));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text() + fault.remedy()).doesNotContain("s3cret");
    }
}
