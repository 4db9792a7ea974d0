package dev.vitalcore.platform.outbox;

import dev.vitalcore.platform.sql.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** How far an outbox has come: the position of the last event that the log has. */
final class OutboxTable {
    private final Database database;
    private final String outbox;

    OutboxTable(Database database, String outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** 0 where nothing was published. */
    long position() {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT position FROM outbox WHERE name = ?")) {
                query.setString(1, outbox);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** Never goes back. */
    void advance(long position) {
        run(
                """
                INSERT INTO outbox (position, name) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position
                WHERE outbox.position < excluded.position
                """,
                position);
    }

    void goBack(long position) {
        run("UPDATE outbox SET position = ? WHERE name = ?", position);
    }

    private void run(String sql, long position) {
        database.<@Nullable Void>write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, position);
                statement.setString(2, outbox);
                statement.executeUpdate();
                return null;
            }
        });
    }
}
