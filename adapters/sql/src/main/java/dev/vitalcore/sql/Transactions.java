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
 * own transactions of SQLite's driver begin the next one at once after a commit, so an idle reader
 * would pin the write-ahead log. A side effect is welcome: {@code connection.commit()} within work
 * is refused by the driver.
 */
final class Transactions {
    private Transactions() {}

    /**
     * @param begin the statement that begins the transaction
     */
    static <T extends @Nullable Object> T run(Connection connection, String begin, Work<T> work)
            throws SQLException {
        execute(connection, begin);
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
            // On a full disk SQLite has rolled back already and says that nothing is active; a
            // server that is gone has rolled back as well.
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
