package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.projection.Generation.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The generations of one projection, as the database has them. */
final class Generations {
    private final String projection;

    Generations(String projection) {
        this.projection = projection;
    }

    /** The oldest first. */
    List<Generation> all(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT generation, schema_version, state, position
                        FROM projection_generation WHERE projection = ? ORDER BY generation
                        """)) {
            query.setString(1, projection);
            List<Generation> all = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    State state = State.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
                    all.add(new Generation(row.getInt(1), row.getInt(2), state, row.getLong(4)));
                }
            }
            return all;
        }
    }

    Optional<Generation> in(State state, Connection connection) throws SQLException {
        return all(connection).stream().filter(one -> one.state() == state).findFirst();
    }

    /**
     * @throws Fault (unavailable) when somebody else has dropped it
     */
    Generation require(Connection connection, int generation) throws SQLException {
        return all(connection).stream()
                .filter(one -> one.number() == generation)
                .findFirst()
                .orElseThrow(() -> runElsewhere("generation " + generation + " is gone"));
    }

    void add(Connection connection, Generation generation, Set<String> tables) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO projection_generation
                                    (projection, generation, schema_version, state, position)
                                VALUES (?, ?, ?, ?, ?)
                                """);
                PreparedStatement insertTable =
                        connection.prepareStatement(
                                "INSERT INTO projection_table (name, projection, generation) VALUES (?, ?, ?)")) {
            insert.setString(1, projection);
            insert.setInt(2, generation.number());
            insert.setInt(3, generation.schemaVersion());
            insert.setString(4, written(generation.state()));
            insert.setLong(5, generation.position());
            insert.executeUpdate();
            for (String table : tables) {
                insertTable.setString(1, table);
                insertTable.setString(2, projection);
                insertTable.setInt(3, generation.number());
                insertTable.executeUpdate();
            }
        }
    }

    /**
     * Keeps how far it has come.
     *
     * @param from as it was read in this transaction
     * @throws Fault (unavailable) when somebody else has moved it since
     */
    void advance(Connection connection, Generation from, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE projection_generation SET position = ?
                        WHERE projection = ? AND generation = ? AND position = ?
                        """)) {
            update.setLong(1, position);
            update.setString(2, projection);
            update.setInt(3, from.number());
            update.setLong(4, from.position());
            if (update.executeUpdate() != 1) {
                throw runElsewhere("generation " + from.number() + " was moved meanwhile");
            }
        }
    }

    void become(Connection connection, int generation, State state) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE projection_generation SET state = ? WHERE projection = ? AND generation = ?")) {
            update.setString(1, written(state));
            update.setString(2, projection);
            update.setInt(3, generation);
            update.executeUpdate();
        }
    }

    /** With its tables and its parked streams. */
    void drop(Connection connection, int generation) throws SQLException {
        try (Statement drop = connection.createStatement()) {
            for (String table : tables(connection, generation)) {
                drop.execute("DROP TABLE " + table);
            }
        }
        for (String table :
                List.of("projection_table", "projection_parked", "projection_generation")) {
            try (PreparedStatement delete =
                    connection.prepareStatement(
                            "DELETE FROM " + table + " WHERE projection = ? AND generation = ?")) {
                delete.setString(1, projection);
                delete.setInt(2, generation);
                delete.executeUpdate();
            }
        }
    }

    private List<String> tables(Connection connection, int generation) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT name FROM projection_table WHERE projection = ? AND generation = ? ORDER BY name")) {
            query.setString(1, projection);
            query.setInt(2, generation);
            List<String> names = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private Fault runElsewhere(String what) {
        return Fault.unavailable(
                "projection-run-elsewhere",
                what + ": another process runs projection " + projection + " too",
                "let one process alone run it");
    }

    private static String written(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
