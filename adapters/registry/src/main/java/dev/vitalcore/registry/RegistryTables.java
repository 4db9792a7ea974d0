package dev.vitalcore.registry;

import dev.vitalcore.kernel.Sha256;
import dev.vitalcore.platform.schema.RegisteredSchema;
import dev.vitalcore.platform.schema.SubjectVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the registry. Nothing is ever deleted, so the next number is the count and one: ids
 * and versions have no holes and are never used again. Used within a transaction.
 */
final class RegistryTables {
    static final String COMPONENT = "registry";

    static final String SCRIPT =
            """
            CREATE TABLE registry_schema (
                id INTEGER NOT NULL PRIMARY KEY,
                fingerprint VARCHAR(64) NOT NULL UNIQUE,
                text TEXT NOT NULL
            );
            CREATE TABLE registry_version (
                subject VARCHAR(255) NOT NULL,
                version INTEGER NOT NULL,
                schema_id INTEGER NOT NULL REFERENCES registry_schema (id),
                PRIMARY KEY (subject, version),
                UNIQUE (schema_id, subject)
            );
            CREATE TABLE registry_level (
                subject VARCHAR(255) NOT NULL PRIMARY KEY,
                level VARCHAR(40) NOT NULL
            );
            """;

    private static final String VERSIONS =
            "SELECT v.subject, v.version, s.id, s.text FROM registry_version v"
                    + " JOIN registry_schema s ON s.id = v.schema_id";

    private RegistryTables() {}

    static Optional<Integer> idOf(Connection connection, String text) throws SQLException {
        return first(
                connection,
                "SELECT id FROM registry_schema WHERE fingerprint = ?",
                row -> row.getInt(1),
                fingerprint(text));
    }

    static Optional<String> text(Connection connection, int id) throws SQLException {
        return first(
                connection,
                "SELECT text FROM registry_schema WHERE id = ?",
                row -> row.getString(1),
                id);
    }

    static void insert(Connection connection, int id, String text) throws SQLException {
        update(
                connection,
                "INSERT INTO registry_schema (id, fingerprint, text) VALUES (?, ?, ?)",
                id,
                fingerprint(text),
                text);
    }

    /** The version that the text is in the subject. */
    static Optional<RegisteredSchema> find(Connection connection, String subject, String text)
            throws SQLException {
        return first(
                connection,
                VERSIONS + " WHERE s.fingerprint = ? AND v.subject = ?",
                RegistryTables::registered,
                fingerprint(text),
                subject);
    }

    static int count(Connection connection, String sql, Object... values) throws SQLException {
        return first(connection, sql, row -> row.getInt(1), values).orElse(0);
    }

    static List<RegisteredSchema> versions(Connection connection, String subject)
            throws SQLException {
        return all(
                connection,
                VERSIONS + " WHERE v.subject = ? ORDER BY v.version",
                RegistryTables::registered,
                subject);
    }

    static List<String> subjects(Connection connection) throws SQLException {
        return all(
                connection,
                "SELECT DISTINCT subject FROM registry_version ORDER BY subject",
                row -> row.getString(1));
    }

    static List<SubjectVersion> uses(Connection connection, int id) throws SQLException {
        return all(
                connection,
                "SELECT subject, version FROM registry_version WHERE schema_id = ?"
                        + " ORDER BY subject, version",
                row -> new SubjectVersion(row.getString(1), row.getInt(2)),
                id);
    }

    static Optional<String> level(Connection connection, String subject) throws SQLException {
        return first(
                connection,
                "SELECT level FROM registry_level WHERE subject = ?",
                row -> row.getString(1),
                subject);
    }

    static void setLevel(Connection connection, String subject, String level) throws SQLException {
        if (update(
                        connection,
                        "UPDATE registry_level SET level = ? WHERE subject = ?",
                        level,
                        subject)
                == 0) {
            update(
                    connection,
                    "INSERT INTO registry_level (level, subject) VALUES (?, ?)",
                    level,
                    subject);
        }
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Found by this rather than by the text, which is too long for an index. */
    private static String fingerprint(String text) {
        return Sha256.hex(text);
    }

    private static RegisteredSchema registered(ResultSet row) throws SQLException {
        return new RegisteredSchema(
                row.getString(1), row.getInt(2), row.getInt(3), row.getString(4));
    }

    private static <T> Optional<T> first(
            Connection connection, String sql, Row<T> reader, Object... values)
            throws SQLException {
        return all(connection, sql, reader, values).stream().findFirst();
    }

    private static <T> List<T> all(
            Connection connection, String sql, Row<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement query = prepared(connection, sql, values);
                ResultSet rows = query.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
