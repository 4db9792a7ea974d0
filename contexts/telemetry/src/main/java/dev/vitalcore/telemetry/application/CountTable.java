package dev.vitalcore.telemetry.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * How often blocks of a source came again or were refused. Kept apart from the rest of the source
 * because others count here than the one that projects the blocks.
 */
final class CountTable {
    private CountTable() {}

    static void addDuplicates(Connection connection, Map<String, Long> counts) throws SQLException {
        add(
                connection,
                counts,
                """
                INSERT INTO telemetry_count (source, duplicate, refused) VALUES (?, ?, 0)
                ON CONFLICT (source)
                DO UPDATE SET duplicate = telemetry_count.duplicate + excluded.duplicate
                """);
    }

    static void addRefused(Connection connection, Map<String, Long> counts) throws SQLException {
        add(
                connection,
                counts,
                """
                INSERT INTO telemetry_count (source, duplicate, refused) VALUES (?, 0, ?)
                ON CONFLICT (source)
                DO UPDATE SET refused = telemetry_count.refused + excluded.refused
                """);
    }

    private static void add(Connection connection, Map<String, Long> counts, String sql)
            throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                upsert.setString(1, count.getKey());
                upsert.setLong(2, count.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
