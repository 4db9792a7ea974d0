package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parked streams of one projection, as the database has them. */
final class ParkedStreams {
    private static final int REASON_LENGTH = 1_000;

    private final String projection;

    ParkedStreams(String projection) {
        this.projection = projection;
    }

    /** Those parked first come first. */
    List<ParkedStream> of(Connection connection, int generation) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT stream, position, version, type, reason, parked_nanos, behind
                        FROM projection_parked WHERE projection = ? AND generation = ? ORDER BY position
                        """)) {
            query.setString(1, projection);
            query.setInt(2, generation);
            List<ParkedStream> all = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    all.add(parked(row));
                }
            }
            return all;
        }
    }

    /** Parks a stream, or says anew where and why it is parked. */
    void park(Connection connection, int generation, ParkedStream parked) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO projection_parked (projection, generation, stream, position, version,
                            type, reason, parked_nanos, behind)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (projection, generation, stream) DO UPDATE SET
                            position = excluded.position, version = excluded.version,
                            type = excluded.type, reason = excluded.reason,
                            parked_nanos = excluded.parked_nanos, behind = excluded.behind
                        """)) {
            upsert.setString(1, projection);
            upsert.setInt(2, generation);
            upsert.setString(3, parked.stream().toString());
            upsert.setLong(4, parked.position());
            upsert.setLong(5, parked.version());
            upsert.setString(6, parked.type());
            upsert.setString(7, parked.reason());
            upsert.setLong(8, parked.parkedNanos());
            upsert.setLong(9, parked.behind());
            upsert.executeUpdate();
        }
    }

    /** Counts events that came to parked streams. */
    void addBehind(Connection connection, int generation, Map<StreamName, Long> counts)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE projection_parked SET behind = behind + ?
                        WHERE projection = ? AND generation = ? AND stream = ?
                        """)) {
            for (Map.Entry<StreamName, Long> count : counts.entrySet()) {
                update.setLong(1, count.getValue());
                update.setString(2, projection);
                update.setInt(3, generation);
                update.setString(4, count.getKey().toString());
                update.executeUpdate();
            }
        }
    }

    void release(Connection connection, int generation, StreamName stream) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM projection_parked WHERE projection = ? AND generation = ? AND stream = ?")) {
            delete.setString(1, projection);
            delete.setInt(2, generation);
            delete.setString(3, stream.toString());
            delete.executeUpdate();
        }
    }

    static ParkedStream parked(RecordedEvent event, String reason, long nowNanos, long behind) {
        return new ParkedStream(
                event.stream(),
                event.position(),
                event.version(),
                event.event().type().toString(),
                Text.abbreviate(reason, REASON_LENGTH),
                nowNanos,
                behind);
    }

    private static ParkedStream parked(ResultSet row) throws SQLException {
        return new ParkedStream(
                StreamName.parse(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7));
    }
}
