package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Up to where the projections of a topic have come. */
final class OffsetTable {
    private OffsetTable() {}

    static Map<Integer, Long> load(Connection connection, String topic) throws SQLException {
        String sql = "SELECT partition_number, next_offset FROM telemetry_offset WHERE topic = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            Map<Integer, Long> offsets = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return offsets;
        }
    }

    /** The reading of a partition goes on here. */
    static void set(Connection connection, String topic, int partition, long next)
            throws SQLException {
        String sql =
                """
                UPDATE telemetry_offset SET next_offset = ?
                WHERE topic = ? AND partition_number = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, next);
            update.setString(2, topic);
            update.setInt(3, partition);
            update.executeUpdate();
        }
    }

    /** The records, which are of one topic, will not be read again. */
    static void advance(Connection connection, List<LogRecord> records) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
        String sql =
                """
                INSERT INTO telemetry_offset (topic, partition_number, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic, partition_number) DO UPDATE SET next_offset = excluded.next_offset
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<Integer, Long> entry : next.entrySet()) {
                upsert.setString(1, records.getFirst().topic());
                upsert.setInt(2, entry.getKey());
                upsert.setLong(3, entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
