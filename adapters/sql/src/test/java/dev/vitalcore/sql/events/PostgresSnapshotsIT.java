package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.Snapshots;
import dev.vitalcore.platform.events.SnapshotsContract;
import dev.vitalcore.sql.PostgresDatabase;
import dev.vitalcore.sql.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Shared.class)
class PostgresSnapshotsIT extends SnapshotsContract {
    private final PostgresServer server;
    @TempDir private Path directory;
    private PostgresDatabase database;
    private SqlSnapshots snapshots;

    PostgresSnapshotsIT(PostgresServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.open(directory);
        snapshots = new SqlSnapshots(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Snapshots snapshots() {
        return snapshots;
    }
}
