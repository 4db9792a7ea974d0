package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens event stores on an SQLite file, one after the other. */
final class SqliteStores implements AutoCloseable {
    private @Nullable SqliteDatabase database;

    EventStore open(Path directory, InstantSource clock) {
        close();
        SqliteDatabase opened = SqliteDatabase.open(directory.resolve("events.db"));
        database = opened;
        return new SqlEventStore(opened, clock);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
