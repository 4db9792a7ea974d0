package dev.vitalcore.sql.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.Snapshot;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlSnapshotsIT {
    private static final StreamName SPA = new StreamName("session", "spa-race");

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

    @Test
    void givesBackTheNewestOfAStream() {
        snapshots.keep(snapshot(7, "a", 1));
        snapshots.keep(snapshot(9, "a", 2));

        assertThat(snapshots.newest(SPA))
                .hasValueSatisfying(kept ->
                        assertThat(kept).usingRecursiveComparison().isEqualTo(snapshot(9, "a", 2)));
        assertThat(snapshots.newest(new StreamName("session", "monza"))).isEmpty();
    }

    @Test
    void anOlderOneChangesNothing() {
        snapshots.keep(snapshot(9, "a", 2));
        snapshots.keep(snapshot(7, "a", 1));

        assertThat(snapshots.newest(SPA)).map(Snapshot::version).contains(9L);
    }

    /** A program that writes another form cannot read the one that is there. */
    @Test
    void oneOfAnotherFormatReplacesIt() {
        snapshots.keep(snapshot(9, "a", 2));
        snapshots.keep(snapshot(7, "b", 1));

        assertThat(snapshots.newest(SPA)).map(Snapshot::format).contains("b");
    }

    private static Snapshot snapshot(long version, String format, int state) {
        return new Snapshot(SPA, version, ChainHash.before(SPA), format, new byte[] {(byte) state});
    }
}
