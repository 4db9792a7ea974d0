package dev.vitalcore.app.bench.projections;

import dev.vitalcore.platform.projection.Projection;
import dev.vitalcore.platform.projection.Seen;
import dev.vitalcore.platform.projection.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * A view such as a context has: for each sector of each session the flag that is shown, since when,
 * how often it changed, and who decided. One row is changed an event.
 */
final class FlagBoard implements Projection<Flag> {
    private static final String TABLE = "bench_flag";

    @Override
    public String name() {
        return "bench-flags";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Set<String> categories() {
        return Set.of(FlagLoad.CATEGORY);
    }

    @Override
    public void create(Connection connection, Tables tables) throws SQLException {
        String script =
                """
                CREATE TABLE %s (session {text} NOT NULL, sector {integer} NOT NULL, flag {text} NOT NULL,
                    since_nanos {integer} NOT NULL, changes {integer} NOT NULL, who {text} NOT NULL,
                    version {integer} NOT NULL, PRIMARY KEY (session, sector))
                """
                        .formatted(tables.name(TABLE));
        try (Statement statement = connection.createStatement()) {
            statement.execute(tables.dialect().script(script));
        }
    }

    @Override
    public void apply(Connection connection, Tables tables, List<Seen<Flag>> events)
            throws SQLException {
        String upsert =
                """
                INSERT INTO %1$s (session, sector, flag, since_nanos, changes, who, version)
                VALUES (?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (session, sector) DO UPDATE SET flag = excluded.flag,
                    since_nanos = excluded.since_nanos, changes = %1$s.changes + 1,
                    who = excluded.who, version = excluded.version
                """
                        .formatted(tables.name(TABLE));
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Seen<Flag> seen : events) {
                statement.setString(1, seen.stream().id());
                statement.setInt(2, seen.event().sector());
                statement.setString(3, seen.event().colour());
                statement.setLong(4, seen.eventNanos());
                statement.setString(5, seen.origin().who());
                statement.setLong(6, seen.version());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** How often all flags of all sessions changed. */
    static long changes(Connection connection, Tables tables) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT sum(changes) FROM " + tables.name(TABLE))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static String flag(Connection connection, Tables tables, String session) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT flag FROM %s WHERE session = ? AND sector = 1"
                                .formatted(tables.name(TABLE)))) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
