package dev.vitalcore.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.DatabaseContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseIT extends DatabaseContract {
    @Override
    protected Database open(Path directory) {
        return SqliteDatabase.open(directory.resolve("sql").resolve("vitalcore.db"));
    }

    @Test
    void syncsEveryCommit() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
    }

    @Test
    void tellsAFullDiskAsUnavailableAndGoesOnAfterwards() {
        String pages = pragma("page_count");
        pragma("max_page_count=" + pages);

        Fault fault = fault(() -> addTeam(1, "a name that no page has room for ".repeat(1_000)));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.code()).isEqualTo("disk-full");
        pragma("max_page_count=1000000");
        addTeam(2, "Blue");
        assertThat(teams()).containsExactly("Blue");
    }

    @Test
    void refusesAFileThatIsNoDatabase(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("notes.txt");
        Files.writeString(file, "set-up sheet of car 23\n".repeat(100));

        Fault fault = fault(() -> SqliteDatabase.open(file));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("notes.txt").contains("not an SQLite database");
        assertThat(Files.readString(file)).startsWith("set-up sheet");
    }

    @Test
    void refusesADirectory(@TempDir Path directory) {
        Fault fault = fault(() -> SqliteDatabase.open(directory));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.text()).contains(directory.toString());
    }

    private String pragma(String text) {
        return database.write(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("PRAGMA " + text)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
