package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.Snapshot;
import dev.vitalcore.platform.events.Snapshots;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.sql.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Snapshots in the database of the events, one a stream. */
public final class SqlSnapshots implements Snapshots {
    private final Database database;

    /** Makes the tables where they are absent. */
    public SqlSnapshots(Database database) {
        this.database = database;
        EventSchema.migrate(database);
    }

    @Override
    public Optional<Snapshot> newest(StreamName stream) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT version, hash, format, state FROM event_snapshot WHERE stream = ?")) {
                query.setString(1, stream.toString());
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new Snapshot(
                                            stream,
                                            row.getLong(1),
                                            ChainHash.of(row.getBytes(2)),
                                            row.getString(3),
                                            row.getBytes(4)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public void keep(Snapshot snapshot) {
        database.<@Nullable Void>write(connection -> {
            try (PreparedStatement upsert =
                    connection.prepareStatement(
                            """
                            INSERT INTO event_snapshot (stream, version, hash, format, state)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (stream) DO UPDATE SET version = excluded.version,
                                hash = excluded.hash, format = excluded.format, state = excluded.state
                            WHERE excluded.version > event_snapshot.version
                                OR excluded.format <> event_snapshot.format
                            """)) {
                upsert.setString(1, snapshot.stream().toString());
                upsert.setLong(2, snapshot.version());
                upsert.setBytes(3, snapshot.hash().toBytes());
                upsert.setString(4, snapshot.format());
                upsert.setBytes(5, snapshot.state());
                upsert.executeUpdate();
            }
            return null;
        });
    }
}
