package dev.vitalcore.sql.simulation;

import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real engine without a file, for thousands of schedules whose processes end at commits, which
 * {@code DyingDatabase} stands for. One thread.
 */
final class SqliteInMemory implements Database {
    private final Connection connection;
    private final Map<String, Integer> done = new HashMap<>();

    SqliteInMemory() {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            connection.setAutoCommit(false);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void migrate(String component, String... scripts) {
        for (int i = done.getOrDefault(component, 0); i < scripts.length; i++) {
            String script = scripts[i];
            write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(script);
                }
            });
            done.put(component, i + 1);
        }
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.SQLITE;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            rollBack();
            throw new IllegalStateException(failed);
        } catch (RuntimeException | Error failed) {
            rollBack();
            throw failed;
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return write(work);
    }

    /** Forgets all. */
    void clear() {
        done.clear();
        write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String drop : drops(statement)) {
                    statement.executeUpdate(drop);
                }
            }
            return true;
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> drops(Statement statement) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table'"
                                + " AND name NOT LIKE 'sqlite%'")) {
            while (row.next()) {
                drops.add("DROP TABLE " + row.getString(1));
            }
        }
        return drops;
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
