package dev.vitalcore.sql;

import dev.vitalcore.platform.sql.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Runs work between BEGIN and COMMIT.
 *
 * <p>Connections stay in the driver's auto-commit mode and the statements are written out here: the
 * driver's own transactions begin the next one at once after a commit, so an idle reader would pin
 * the write-ahead log. A side effect is welcome: {@code connection.commit()} within work is refused
 * by the driver.
 */
final class Transactions {
    /** How a transaction begins. */
    enum Begin {
        /** Takes the snapshot at the first query. */
        READING("BEGIN DEFERRED"),
        /** Takes the write lock first, so that work cannot fail half way for want of it. */
        WRITING("BEGIN IMMEDIATE");

        private final String sql;

        Begin(String sql) {
            this.sql = sql;
        }
    }

    private Transactions() {}

    static <T extends @Nullable Object> T run(Connection connection, Begin begin, Work<T> work)
            throws SQLException {
        execute(connection, begin.sql);
        try {
            T result = work.run(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBackAfter(e, connection);
            throw e;
        }
    }

    private static void rollBackAfter(Throwable cause, Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // On a full disk SQLite has rolled back already and says that nothing is active.
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
