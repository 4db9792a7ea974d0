package dev.vitalcore.app.verify;

import dev.vitalcore.app.Parts;
import dev.vitalcore.app.TemporaryFolder;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.sql.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The databases of a stopped platform, copied with the logs of SQLite beside them: opening one
 * would fold its log into it, and bring its tables up to date.
 */
final class DatabaseCopies implements AutoCloseable {
    private final Parts made;
    private final SqliteDatabase views;
    private final SqliteDatabase decisions;

    private DatabaseCopies(Parts made, SqliteDatabase views, SqliteDatabase decisions) {
        this.made = made;
        this.views = views;
        this.decisions = decisions;
    }

    static DatabaseCopies of(Path directory) {
        Parts made = new Parts();
        TemporaryFolder folder = made.add(TemporaryFolder.create());
        try {
            copy(directory, "views.db", folder.path());
            copy(directory, "events.db", folder.path());
            return new DatabaseCopies(
                    made,
                    made.add(SqliteDatabase.open(folder.path().resolve("views.db"))),
                    made.add(SqliteDatabase.open(folder.path().resolve("events.db"))));
        } catch (RuntimeException e) {
            made.close();
            throw e;
        } catch (IOException e) {
            made.close();
            throw Fault.unavailable(
                    "databases-unreadable",
                    "the databases in " + directory + " cannot be copied: " + e,
                    "see that they can be read, and that the folder for temporary files has room",
                    e);
        }
    }

    SqliteDatabase views() {
        return views;
    }

    SqliteDatabase decisions() {
        return decisions;
    }

    @Override
    public void close() {
        made.close();
    }

    private static void copy(Path directory, String name, Path to) throws IOException {
        Files.copy(directory.resolve(name), to.resolve(name));
        Path log = directory.resolve(name + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, to.resolve(name + "-wal"));
        }
    }
}
