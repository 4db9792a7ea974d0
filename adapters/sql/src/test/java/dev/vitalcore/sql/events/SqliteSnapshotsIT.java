package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.Snapshots;
import dev.vitalcore.platform.events.SnapshotsContract;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteSnapshotsIT extends SnapshotsContract {
    @TempDir private Path directory;
    private SqliteDatabase database;
    private SqlSnapshots snapshots;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("events.db"));
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
