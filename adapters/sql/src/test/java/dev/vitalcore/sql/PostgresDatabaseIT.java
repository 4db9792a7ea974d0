package dev.vitalcore.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.DatabaseContract;
import dev.vitalcore.sql.PostgresSettings.SslMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Shared.class)
class PostgresDatabaseIT extends DatabaseContract {
    private final PostgresServer server;

    PostgresDatabaseIT(PostgresServer server) {
        this.server = server;
    }

    @Override
    protected Database open(Path directory) {
        return server.open(directory);
    }

    @Test
    void forcesEveryCommitToTheDisk() {
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW fsync")).isEqualTo("on");
    }

    @Test
    void letsOneWriteAtATimeOverAllConnections(@TempDir Path directory) {
        try (Database one = server.open(directory);
                Database other = server.open(directory)) {
            Fault fault =
                    one.write(connection -> fault(() -> other.write(waiting -> "came through")));

            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
            assertThat(fault.code()).isEqualTo("sql-busy");
            assertThat(other.<String>write(connection -> "came through")).isNotEmpty();
        }
    }

    @Test
    void connectsAgainWhereTheServerEndedTheSession() {
        Fault fault =
                fault(() ->
                        database.write(connection -> {
                            endOtherSessions();
                            try (var statement = connection.createStatement()) {
                                return statement.executeUpdate("DELETE FROM team");
                            }
                        }));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.code()).isEqualTo("sql-connection");
        addTeam(1, "Red");
        assertThat(teams()).containsExactly("Red");
    }

    @Test
    void refusesAWrongPasswordWithoutTellingIt(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("password");
        Files.writeString(file, "a-secret-that-is-wrong\n");
        PostgresSettings right = server.settings("postgres");

        Fault fault =
                fault(() ->
                        PostgresDatabase.open(
                                new PostgresSettings(
                                        right.host(),
                                        right.port(),
                                        right.database(),
                                        right.user(),
                                        Optional.of(file),
                                        SslMode.PREFER)));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.code()).isEqualTo("sql-refused");
        assertThat(fault).hasStackTraceContaining("vitalcore");
        assertThat(fault.text() + fault.getCause()).doesNotContain("a-secret");
    }

    @Test
    void tellsThatThereIsNoServer() throws Exception {
        int port;
        try (var socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Fault fault =
                fault(() ->
                        PostgresDatabase.open(
                                PostgresSettings.parse(
                                        "postgresql://vitalcore@127.0.0.1:" + port + "/events")));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.text()).contains("vitalcore@127.0.0.1:" + port + "/events");
    }

    @Test
    void refusesAServerThatDoesNotForceItsLogToTheDisk() {
        try (PostgresServer careless = PostgresServer.start("PostgresDatabaseIT")) {
            careless.execute("ALTER SYSTEM SET fsync = off");
            careless.execute("SELECT pg_reload_conf()");
            org.awaitility.Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(
                                            fault(() ->
                                                    PostgresDatabase.open(
                                                            careless.settings("postgres"))))
                                    .isNotNull());

            Fault fault = fault(() -> PostgresDatabase.open(careless.settings("postgres")));

            assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
            assertThat(fault.text()).contains("fsync=off");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void endOtherSessions() {
        server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }

    private String ask(String query) {
        return database.write(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
