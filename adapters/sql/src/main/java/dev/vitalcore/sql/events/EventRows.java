package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as rows. */
final class EventRows {
    static final String SELECT =
            """
            SELECT e.position, s.name, e.version, e.id, e.type, e.schema_version, e.event_nanos,
                   e.recorded_nanos, e.who, e.why, e.correlation, e.causation, e.payload, e.hash
            FROM event e JOIN event_stream s ON s.number = e.stream
            """;

    static final String INSERT =
            """
            INSERT INTO event (position, stream, version, id, type, schema_version, event_nanos,
                recorded_nanos, who, why, correlation, causation, payload, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private EventRows() {}

    /** Reads them all; names and types that come again are parsed once. */
    static List<RecordedEvent> all(ResultSet rows) throws SQLException {
        Map<String, StreamName> streams = new HashMap<>();
        Map<String, EventType> types = new HashMap<>();
        List<RecordedEvent> events = new ArrayList<>();
        while (rows.next()) {
            StreamName stream = streams.computeIfAbsent(rows.getString(2), StreamName::parse);
            String name = rows.getString(5);
            int schemaVersion = rows.getInt(6);
            EventType type =
                    types.computeIfAbsent(
                            schemaVersion + name, key -> new EventType(name, schemaVersion));
            events.add(event(rows, stream, type));
        }
        return events;
    }

    private static RecordedEvent event(ResultSet row, StreamName stream, EventType type)
            throws SQLException {
        Origin origin =
                new Origin(
                        row.getString(9), row.getString(10), row.getString(11), row.getString(12));
        NewEvent event =
                new NewEvent(uuid(row.getBytes(4)), type, row.getBytes(13), row.getLong(7), origin);
        return new RecordedEvent(
                row.getLong(1),
                stream,
                row.getLong(3),
                event,
                row.getLong(8),
                ChainHash.of(row.getBytes(14)));
    }

    /**
     * @param stream number of the stream
     */
    static void set(PreparedStatement insert, long stream, RecordedEvent recorded)
            throws SQLException {
        NewEvent event = recorded.event();
        Origin origin = event.origin();
        insert.setLong(1, recorded.position());
        insert.setLong(2, stream);
        insert.setLong(3, recorded.version());
        insert.setBytes(4, bytes(event.id()));
        insert.setString(5, event.type().name());
        insert.setInt(6, event.type().version());
        insert.setLong(7, event.eventNanos());
        insert.setLong(8, recorded.recordedNanos());
        insert.setString(9, origin.who());
        insert.setString(10, origin.why());
        insert.setString(11, origin.correlation());
        insert.setString(12, origin.causation());
        insert.setBytes(13, event.payload());
        insert.setBytes(14, recorded.hash().toBytes());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer bits = ByteBuffer.wrap(bytes);
        return new UUID(bits.getLong(), bits.getLong());
    }
}
