package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Sessions that are announced before the first of their blocks: telemetry's step of the opening of
 * a session. Any thread may call.
 */
public final class ExpectedSessions implements StepCode {
    private static final String TABLES =
            """
            -- One that was forgotten stays: it keeps an announcement from coming after that.
            CREATE TABLE expected_session (
                announcement {text} PRIMARY KEY,
                session {text} NOT NULL,
                title {text} NOT NULL,
                circuit {text} NOT NULL,
                at_nanos {integer} NOT NULL,
                forgotten {integer} NOT NULL
            );
            CREATE INDEX expected_session_time ON expected_session (at_nanos)
            """;

    private final Database database;
    private final BooleanSupplier takesBlocks;

    /**
     * Makes the table where it is absent.
     *
     * @param database which is never thrown away
     * @param takesBlocks whether ingest takes blocks now
     */
    public ExpectedSessions(Database database, BooleanSupplier takesBlocks) {
        this.database = database;
        this.takesBlocks = takesBlocks;
        database.migrate("expected_sessions", database.dialect().script(TABLES));
    }

    /**
     * What is known of a session before it sends.
     *
     * @param circuit may be empty
     * @param atNanos from when on, nanoseconds since the epoch
     */
    public record Expected(SessionId session, String title, String circuit, long atNanos) {}

    /** The latest first; also those of which blocks have come since. */
    public List<Expected> newest(int limit) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            """
                            SELECT session, title, circuit, at_nanos FROM expected_session
                            WHERE forgotten = 0 ORDER BY at_nanos DESC, announcement LIMIT ?
                            """)) {
                query.setInt(1, limit);
                List<Expected> expected = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        expected.add(
                                new Expected(
                                        new SessionId(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4)));
                    }
                }
                return expected;
            }
        });
    }

    /**
     * Announces it.
     *
     * @throws Fault (unavailable) while ingest takes no blocks: nobody could send what is
     *     announced; (conflict, {@code announcement-taken-back}) when that was undone before
     */
    @Override
    public Map<String, String> act(StepCall call) {
        if (!takesBlocks.getAsBoolean()) {
            throw Fault.unavailable(
                    "ingest-not-ready",
                    "ingest takes no blocks yet",
                    "wait until it has read what the log holds");
        }
        boolean announced =
                database.write(connection -> {
                    put(connection, call, 0);
                    return !isForgotten(connection, call.key());
                });
        if (!announced) {
            throw Fault.conflict(
                    "announcement-taken-back",
                    "the announcement " + call.key() + " was taken back",
                    "open the session anew");
        }
        return Map.of();
    }

    @Override
    public void undo(StepCall call) {
        database.write(connection -> {
            put(connection, call, 1);
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE expected_session SET forgotten = 1 WHERE announcement = ?")) {
                update.setString(1, call.key());
                return update.executeUpdate();
            }
        });
    }

    private static void put(Connection connection, StepCall call, int forgotten)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO expected_session (announcement, session, title, circuit, at_nanos, forgotten)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (announcement) DO NOTHING
                        """)) {
            insert.setString(1, call.key());
            insert.setString(2, call.datum("session"));
            insert.setString(3, call.datum("title"));
            insert.setString(4, call.datum("circuit"));
            insert.setLong(5, Long.parseLong(call.datum("at-nanos")));
            insert.setInt(6, forgotten);
            insert.executeUpdate();
        }
    }

    private static boolean isForgotten(Connection connection, String key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT forgotten FROM expected_session WHERE announcement = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) != 0;
            }
        }
    }
}
