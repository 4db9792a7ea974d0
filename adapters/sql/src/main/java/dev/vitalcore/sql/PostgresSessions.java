package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens sessions on a PostgreSQL server with the settings that durability, order and time limits
 * rest on. Nothing waits for ever: a statement is given up by the server, and where the server
 * itself is silent, the socket is.
 */
final class PostgresSessions {
    private static final int CONNECT_SECONDS = 10;

    /** Longer than the server may take for a statement: then it is gone, or the network is. */
    private static final int SOCKET_SECONDS = 45;

    /**
     * What the server is told for the session: how long it waits for a lock, works on a statement,
     * and lets a transaction hold the write lock whose owner is silent. Commits are forced to the
     * disk whatever the server's default is.
     */
    private static final String OPTIONS =
            "-c synchronous_commit=on -c lock_timeout=5s -c statement_timeout=30s"
                    + " -c idle_in_transaction_session_timeout=15s"
                    + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private final PostgresSettings settings;
    private final AtomicLong losses = new AtomicLong();

    PostgresSessions(PostgresSettings settings) {
        this.settings = settings;
    }

    String where() {
        return settings.where();
    }

    /** One session was lost: those that were opened before have most likely gone with it. */
    void lost() {
        losses.incrementAndGet();
    }

    /** How often a session was lost. */
    long losses() {
        return losses.get();
    }

    /**
     * @throws Fault (user) when the server refuses; (unavailable) when it does not answer
     */
    Connection open() {
        try {
            return source().getConnection();
        } catch (SQLException e) {
            throw PostgresFaults.of(e, where());
        }
    }

    /**
     * Looks whether the server can keep what the adapter promises.
     *
     * @throws Fault (user) when it does not force its log to the disk, or text would be changed
     */
    void requireUsable(Connection connection) throws SQLException {
        require(connection, "fsync", "on", "commits would be lost with the power: set fsync=on");
        require(
                connection,
                "server_encoding",
                "UTF8",
                "not every text could be kept: make the database with ENCODING 'UTF8'");
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.host()});
        source.setPortNumbers(new int[] {settings.port()});
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        source.setPassword(password());
        source.setSslMode(settings.sslMode().written());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        // A standby would refuse to write, and would show readers an older end of the store.
        source.setTargetServerType("primary");
        source.setApplicationName("vitalcore");
        source.setReWriteBatchedInserts(true);
        source.setOptions(OPTIONS);
        return source;
    }

    /** Null leaves it to the driver, which looks into the password file of libpq. */
    private @Nullable String password() {
        return settings.passwordFile()
                .map(PostgresSessions::firstLine)
                .orElseGet(() -> System.getenv("PGPASSWORD"));
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Optional<String> first = lines.findFirst();
            return first.orElseThrow(() -> noPassword(file, "is empty", null));
        } catch (IOException e) {
            throw noPassword(file, "cannot be read", e);
        }
    }

    private static Fault noPassword(Path file, String why, @Nullable IOException cause) {
        String text = "password file " + file + " " + why;
        String remedy = "write the password into its first line and let this user read it";
        return cause == null
                ? Fault.user("password-file", text, remedy)
                : Fault.user("password-file", text, remedy, cause);
    }

    private void require(Connection connection, String setting, String value, String why)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            if (!row.getString(1).equals(value)) {
                throw Fault.user(
                        "postgres-unfit",
                        "PostgreSQL at " + where() + " has " + setting + "=" + row.getString(1),
                        why);
            }
        }
    }
}
