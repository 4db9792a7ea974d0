package dev.vitalcore.sql.events;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Appends within one transaction of the writer; its statements are prepared once for all of them.
 */
final class AppendTransaction implements AutoCloseable {
    private final long nowNanos;
    private final PreparedStatement findStream;
    private final PreparedStatement findEvent;
    private final PreparedStatement advance;
    private final PreparedStatement insert;
    private final PreparedStatement keepStream;

    AppendTransaction(Connection connection, long nowNanos) throws SQLException {
        this.nowNanos = nowNanos;
        findStream =
                connection.prepareStatement(
                        "SELECT number, version, hash FROM event_stream WHERE name = ?");
        findEvent = connection.prepareStatement(EventRows.SELECT + " WHERE e.id = ?");
        advance =
                connection.prepareStatement(
                        """
                        UPDATE event_store SET position = position + ?,
                            recorded_nanos = CASE WHEN recorded_nanos < ? THEN ? ELSE recorded_nanos END
                        RETURNING position, recorded_nanos
                        """);
        insert = connection.prepareStatement(EventRows.INSERT);
        keepStream =
                connection.prepareStatement(
                        """
                        INSERT INTO event_stream (number, name, version, hash) VALUES (?, ?, ?, ?)
                        ON CONFLICT (number) DO UPDATE SET version = excluded.version, hash = excluded.hash
                        """);
    }

    /**
     * @param thorough whether every id is looked up first; if not, only the last one is, and one
     *     that is known fails at the table's constraint
     * @throws Fault (conflict) when an id stands for something else; nothing is written then
     */
    AppendResult append(Append request, boolean thorough) throws SQLException {
        List<NewEvent> events = request.events();
        Map<UUID, RecordedEvent> known = known(thorough ? events : List.of(events.getLast()));
        if (!known.isEmpty()) {
            return AppendRules.repeated(request.stream(), events, known(events)).orElseThrow();
        }
        Head head = head(request.stream());
        return request.expected().allows(head.version())
                ? insert(request, head)
                : new VersionConflict(request.stream(), request.expected(), head.version());
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                List.of(findStream, findEvent, advance, insert, keepStream)) {
            statement.close();
        }
    }

    private AppendResult insert(Append request, Head head) throws SQLException {
        int count = request.events().size();
        Place end = advance(count);
        long position = end.position() - count;
        long stream = head.number() == 0 ? position + 1 : head.number();
        long version = head.version();
        ChainHash hash = head.hash();
        for (NewEvent event : request.events()) {
            position++;
            version++;
            hash = hash.next(position, version, end.recordedNanos(), event);
            EventRows.set(
                    insert,
                    stream,
                    new RecordedEvent(
                            position, request.stream(), version, event, end.recordedNanos(), hash));
            insert.addBatch();
        }
        insert.executeBatch();
        keep(request.stream(), new Head(stream, version, hash));
        return new Appended(position, version, false);
    }

    private void keep(StreamName stream, Head head) throws SQLException {
        keepStream.setLong(1, head.number());
        keepStream.setString(2, stream.toString());
        keepStream.setLong(3, head.version());
        keepStream.setBytes(4, head.hash().toBytes());
        keepStream.executeUpdate();
    }

    private Head head(StreamName stream) throws SQLException {
        findStream.setString(1, stream.toString());
        try (ResultSet row = findStream.executeQuery()) {
            return row.next()
                    ? new Head(row.getLong(1), row.getLong(2), ChainHash.of(row.getBytes(3)))
                    : new Head(0, 0, ChainHash.before(stream));
        }
    }

    private Map<UUID, RecordedEvent> known(List<NewEvent> events) throws SQLException {
        Map<UUID, RecordedEvent> known = new HashMap<>();
        for (NewEvent event : events) {
            findEvent.setBytes(1, EventRows.bytes(event.id()));
            try (ResultSet rows = findEvent.executeQuery()) {
                EventRows.all(rows).forEach(kept -> known.put(event.id(), kept));
            }
        }
        return known;
    }

    /** Takes so many positions; the row that counts them is held until the end. */
    private Place advance(int count) throws SQLException {
        advance.setLong(1, count);
        advance.setLong(2, nowNanos);
        advance.setLong(3, nowNanos);
        try (ResultSet row = advance.executeQuery()) {
            row.next();
            return new Place(row.getLong(1), row.getLong(2));
        }
    }

    /**
     * @param number 0 where the stream has no row yet
     */
    private record Head(long number, long version, ChainHash hash) {}

    private record Place(long position, long recordedNanos) {}
}
