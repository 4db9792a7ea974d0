package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts of one component against what the database has recorded of them.
 *
 * <p>A recorded script must be the one that the program carries: a changed script, or more recorded
 * scripts than the program knows, means that file and program do not belong together.
 */
final class Migrations {
    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS schema_script (
                component TEXT NOT NULL,
                number INTEGER NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (component, number)
            )
            """;

    private final String component;
    private final List<String> scripts;

    Migrations(String component, String... scripts) {
        this.component = component;
        this.scripts = List.of(scripts);
    }

    /** Makes the record where there is none, and checks what it says. */
    int prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        return checkedCount(connection);
    }

    /** Runs the first script that has not run yet; false when all have. */
    boolean runNext(Connection connection) throws SQLException {
        int done = checkedCount(connection);
        if (done == scripts.size()) {
            return false;
        }
        String script = scripts.get(done);
        try (Statement statement = connection.createStatement()) {
            // executeUpdate runs every statement of the text, execute only the first.
            statement.executeUpdate(script);
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO schema_script (component, number, checksum) VALUES (?, ?, ?)")) {
            insert.setString(1, component);
            insert.setInt(2, done);
            insert.setString(3, Sha256.hex(script));
            insert.executeUpdate();
        }
        return true;
    }

    private int checkedCount(Connection connection) throws SQLException {
        List<String> recorded = recorded(connection);
        if (recorded.size() > scripts.size()) {
            throw Fault.conflict(
                    "sql-newer-schema",
                    "the database has "
                            + recorded.size()
                            + " scripts of '"
                            + component
                            + "', this program knows "
                            + scripts.size()
                            + ": a newer version has written it",
                    "use that newer version, or another data directory");
        }
        for (int number = 0; number < recorded.size(); number++) {
            if (!recorded.get(number).equals(Sha256.hex(scripts.get(number)))) {
                throw Fault.conflict(
                        "sql-script-changed",
                        "script " + number + " of '" + component + "' is not the one that has run",
                        "put the old script back and append the change as a new one");
            }
        }
        return recorded.size();
    }

    private List<String> recorded(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT checksum FROM schema_script WHERE component = ? ORDER BY number")) {
            query.setString(1, component);
            List<String> checksums = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    checksums.add(rows.getString(1));
                }
            }
            return checksums;
        }
    }
}
