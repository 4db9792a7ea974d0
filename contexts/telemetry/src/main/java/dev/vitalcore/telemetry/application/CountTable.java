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

    /** Before letters of ingest are deleted from a place on. */
    static void takeBackRefused(Connection connection, int partition, long offset)
            throws SQLException {
        String sql =
                """
                UPDATE telemetry_count SET refused = refused -
                    (SELECT COUNT(*) FROM telemetry_dead_letter d
                     WHERE d.source = telemetry_count.source AND d.origin = ?1
                         AND d.partition_number = ?2 AND d.log_offset >= ?3)
                WHERE source IN
                    (SELECT source FROM telemetry_dead_letter
                     WHERE partition_number = ?2 AND log_offset >= ?3)
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, DeadLetterOffice.INGEST);
            update.setInt(2, partition);
            update.setLong(3, offset);
            update.executeUpdate();
        }
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
