package dev.vitalcore.platform.notice;

import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps notices, each key once, the newest {@value #KEPT}. Any thread may call.
 *
 * <p>A key of which nothing is kept any more may be told again: who repeats himself does so within
 * minutes, not thousands of notices later.
 */
public final class NoticeBoard {
    /** Beyond them the oldest are forgotten. */
    public static final int KEPT = 10_000;

    private static final String TABLES =
            """
            CREATE TABLE notice (
                number {integer} PRIMARY KEY,
                notice_key {text} NOT NULL UNIQUE,
                level {text} NOT NULL,
                about {text} NOT NULL,
                told {text} NOT NULL,
                at_nanos {integer} NOT NULL,
                withdrawn {integer} NOT NULL
            )
            """;

    private final Database database;

    /** Makes the table where it is absent. */
    public NoticeBoard(Database database) {
        this.database = database;
        database.migrate("notices", database.dialect().script(TABLES));
    }

    /**
     * A notice as it is kept.
     *
     * @param number counts up in the order in which they came
     */
    public record Kept(long number, Notice notice) {}

    /**
     * Keeps it durably.
     *
     * @return false when its key was there, withdrawn ones too: nothing is changed then
     */
    public boolean post(Notice notice) {
        return database.write(connection -> post(connection, notice));
    }

    /** The same within a transaction of the board's database. */
    public boolean post(Connection connection, Notice notice) throws SQLException {
        return put(connection, notice, 0);
    }

    /**
     * Takes it back. Where it has not come yet, it will not be shown when it does.
     *
     * @param notice the same that was posted, or would have been
     */
    public void withdraw(Notice notice) {
        database.write(connection -> {
            if (put(connection, notice, 1)) {
                return true;
            }
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE notice SET withdrawn = 1 WHERE notice_key = ?")) {
                update.setString(1, notice.key());
                return update.executeUpdate() > 0;
            }
        });
    }

    /**
     * Those before a number, the newest first, without those that were withdrawn.
     *
     * @param limit at most so many
     */
    public List<Kept> newest(long before, int limit) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            """
                            SELECT number, notice_key, level, about, told, at_nanos FROM notice
                            WHERE number < ? AND withdrawn = 0 ORDER BY number DESC LIMIT ?
                            """)) {
                query.setLong(1, before);
                query.setInt(2, limit);
                List<Kept> notices = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        notices.add(kept(row));
                    }
                }
                return notices;
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                new Notice(
                        row.getString(2),
                        Level.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)));
    }

    private static boolean put(Connection connection, Notice notice, int withdrawn)
            throws SQLException {
        long number = last(connection) + 1;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO notice (number, notice_key, level, about, told, at_nanos, withdrawn)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (notice_key) DO NOTHING
                        """)) {
            insert.setLong(1, number);
            insert.setString(2, notice.key());
            insert.setString(3, notice.level().name());
            insert.setString(4, notice.about());
            insert.setString(5, notice.text());
            insert.setLong(6, notice.atNanos());
            insert.setInt(7, withdrawn);
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        forgetBefore(connection, number - KEPT + 1);
        return true;
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM notice");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void forgetBefore(Connection connection, long number) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM notice WHERE number < ?")) {
            delete.setLong(1, number);
            delete.executeUpdate();
        }
    }
}
