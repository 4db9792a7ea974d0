package dev.vitalcore.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.sql.PostgresSettings.SslMode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSettingsTest {
    @Test
    void readsAnAddress() {
        assertThat(
                        PostgresSettings.parse(
                                "postgresql://race@db.example:6543/events?password-file=/run/secrets/db&sslmode=require"))
                .isEqualTo(
                        new PostgresSettings(
                                "db.example",
                                6543,
                                "events",
                                "race",
                                Optional.of(Path.of("/run/secrets/db")),
                                SslMode.REQUIRE));
    }

    @Test
    void aServerElsewhereHasToProveWhoItIs() {
        assertThat(PostgresSettings.parse("postgresql://race@db.example/events").sslMode())
                .isEqualTo(SslMode.VERIFY_FULL);
        assertThat(PostgresSettings.parse("postgresql://race@127.evil.example/events").sslMode())
                .isEqualTo(SslMode.VERIFY_FULL);
        assertThat(PostgresSettings.parse("postgresql://race@[::1]/events"))
                .isEqualTo(
                        new PostgresSettings(
                                "::1", 5432, "events", "race", Optional.empty(), SslMode.PREFER));
    }

    @Test
    void refusesAPasswordAndDoesNotRepeatIt() {
        Fault fault = fault("postgresql://race:s3cret@db.example/events");

        assertThat(fault.code()).isEqualTo("password-in-address");
        assertThat(fault.text() + fault.remedy()).doesNotContain("s3cret");
        assertThat(fault("postgresql://race:s3 cret@db.example/events")).hasNoCause();
        assertThat(fault("postgresql://race:s3 cret@db.example/events").text())
                .doesNotContain("cret@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/events",
                "postgresql://db.example/events",
                "postgresql://race@db.example",
                "postgresql://race@db.example:0/events",
                "postgresql://race@db.example/events?sslmode=maybe",
                "postgresql://race@db.example/events?sslmode",
                "postgresql://race@db.example/events?options=-c%20fsync=off",
            })
    void refusesWhatIsNoSuchAddress(String text) {
        Fault fault = fault(text);

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.remedy()).contains("postgresql://USER@HOST:PORT/DATABASE");
    }

    private static Fault fault(String text) {
        return catchThrowableOfType(Fault.class, () -> PostgresSettings.parse(text));
    }
}
