package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens event stores on an SQLite file, one after the other. */
final class SqliteStores implements AutoCloseable {
    private @Nullable Database database;

    EventStore open(Path directory, InstantSource clock) {
        close();
        Database opened = SqliteDatabase.open(directory.resolve("events.db"));
        database = opened;
        return new SqlEventStore(opened, clock);
    }

    /** Past the store. */
    void execute(String sql) {
        execute(database, sql);
    }

    static void execute(Database database, String sql) {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
