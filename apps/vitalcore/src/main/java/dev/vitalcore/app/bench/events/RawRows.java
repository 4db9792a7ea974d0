package dev.vitalcore.app.bench.events;

import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.sql.Database;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same rows in the same table by plain JDBC: one prepared statement, one batch, one durable
 * transaction, and nothing that makes an event store of it (no look-up, no version, no chain). The
 * rate that the engine allows.
 */
public final class RawRows {
    /** Any 32 bytes: links are not calculated here. */
    private static final byte[] LINK = ChainHash.before(new StreamName("bench", "raw")).toBytes();

    private final Database database;
    private final String insert;
    private long position;

    /**
     * @param table an empty one with the columns and indexes of {@code event}; a name of this
     *     program's, not of a user
     */
    public RawRows(Database database, String table) {
        this.database = database;
        this.insert =
                """
                INSERT INTO %s (position, stream, version, id, type, schema_version, event_nanos,
                    recorded_nanos, who, why, correlation, causation, payload, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
                        .formatted(table);
    }

    void insert(List<List<NewEvent>> batches) {
        for (List<NewEvent> batch : batches) {
            database.<@Nullable Void>write(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    for (NewEvent event : batch) {
                        set(statement, event);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                return null;
            });
        }
    }

    private void set(PreparedStatement insert, NewEvent event) throws SQLException {
        Origin origin = event.origin();
        position++;
        insert.setLong(1, position);
        insert.setLong(2, 1);
        insert.setLong(3, position);
        insert.setBytes(4, bytes(event));
        insert.setString(5, event.type().name());
        insert.setInt(6, event.type().version());
        insert.setLong(7, event.eventNanos());
        insert.setLong(8, event.eventNanos());
        insert.setString(9, origin.who());
        insert.setString(10, origin.why());
        insert.setString(11, origin.correlation());
        insert.setString(12, origin.causation());
        insert.setBytes(13, event.payload());
        insert.setBytes(14, LINK);
    }

    private static byte[] bytes(NewEvent event) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(event.id().getMostSignificantBits())
                .putLong(event.id().getLeastSignificantBits())
                .array();
    }
}
