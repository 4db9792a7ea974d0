package dev.vitalcore.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens connections with the settings that durability and consistency rest on. */
final class Connections {
    /** How long a statement waits for a writer in another process. */
    private static final int BUSY_MILLIS = 5_000;

    /** What the write-ahead log may keep on the disk after it was folded into the file. */
    private static final int WAL_KEPT_BYTES = 64 * 1024 * 1024;

    private Connections() {}

    static Connection openWriter(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(WAL_KEPT_BYTES);
        return config.createConnection(url(file));
    }

    static Connection openReader(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return config.createConnection(url(file));
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
