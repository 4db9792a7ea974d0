package dev.vitalcore.timing.application;

import dev.vitalcore.platform.log.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Up to where the views have come. */
final class OffsetTable {
    private OffsetTable() {}

    static Map<Integer, Long> load(Connection connection) throws SQLException {
        String sql = "SELECT partition_number, next_offset FROM timing_offset";
        Map<Integer, Long> offsets = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                offsets.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return offsets;
    }

    /** The reading begins anew. */
    static void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM timing_offset")) {
            delete.executeUpdate();
        }
    }

    /** The records will not be read again. */
    static void advance(Connection connection, List<LogRecord> records) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
        String sql =
                """
                INSERT INTO timing_offset (partition_number, next_offset) VALUES (?, ?)
                ON CONFLICT (partition_number) DO UPDATE SET next_offset = excluded.next_offset
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<Integer, Long> entry : next.entrySet()) {
                upsert.setInt(1, entry.getKey());
                upsert.setLong(2, entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
