package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens event stores on a PostgreSQL server, one after the other; a database a directory. */
final class PostgresStores implements AutoCloseable {
    private final PostgresServer server;
    private @Nullable Database database;

    PostgresStores(PostgresServer server) {
        this.server = server;
    }

    EventStore open(Path directory, InstantSource clock) {
        close();
        Database opened = server.open(directory);
        database = opened;
        return new SqlEventStore(opened, clock);
    }

    /** Past the store. */
    void execute(String sql) {
        SqliteStores.execute(database, sql);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
