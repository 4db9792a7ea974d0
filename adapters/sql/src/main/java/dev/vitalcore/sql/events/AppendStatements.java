package dev.vitalcore.sql.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What appends are written with, prepared once for a connection. Used by one thread at a time. */
record AppendStatements(
        Connection connection,
        PreparedStatement findStream,
        PreparedStatement findEvent,
        PreparedStatement advance,
        PreparedStatement insert,
        PreparedStatement keepStream)
        implements AutoCloseable {
    private static final String FIND_STREAM =
            "SELECT number, version, hash FROM event_stream WHERE name = ?";

    private static final String FIND_EVENT = EventRows.SELECT + " WHERE e.id = ?";

    private static final String ADVANCE =
            """
            UPDATE event_store SET position = position + ?,
                recorded_nanos = CASE WHEN recorded_nanos < ? THEN ? ELSE recorded_nanos END
            RETURNING position, recorded_nanos
            """;

    private static final String KEEP_STREAM =
            """
            INSERT INTO event_stream (number, name, version, hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET version = excluded.version, hash = excluded.hash
            """;

    static AppendStatements on(Connection connection) throws SQLException {
        return new AppendStatements(
                connection,
                connection.prepareStatement(FIND_STREAM),
                connection.prepareStatement(FIND_EVENT),
                connection.prepareStatement(ADVANCE),
                connection.prepareStatement(EventRows.INSERT),
                connection.prepareStatement(KEEP_STREAM));
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                List.of(findStream, findEvent, advance, insert, keepStream)) {
            statement.close();
        }
    }
}
