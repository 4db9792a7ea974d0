package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.platform.log.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dead letters for the list; their payload stays in the log. */
final class DeadLetterTable {
    private DeadLetterTable() {}

    /** Whether it was not there before. */
    static boolean insert(Connection connection, LogRecord record, DeadLetter letter)
            throws SQLException {
        String sql =
                """
                INSERT INTO telemetry_dead_letter (partition_number, log_offset, origin, source,
                    sequence, code, cause, remedy, found_at, recorded_nanos)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (partition_number, log_offset) DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, record.partition());
            insert.setLong(2, record.offset());
            insert.setString(3, letter.origin());
            insert.setString(4, letter.source());
            insert.setLong(5, letter.sequence());
            insert.setString(6, letter.code());
            insert.setString(7, letter.cause());
            insert.setString(8, letter.remedy());
            insert.setString(9, letter.position());
            insert.setLong(10, record.recordedNanos());
            return insert.executeUpdate() == 1;
        }
    }

    /** The latest, newest first. */
    static List<DeadLetterLine> latest(Connection connection, int limit) throws SQLException {
        String sql =
                """
                SELECT partition_number, log_offset, source, sequence, code, cause, recorded_nanos,
                    redriven
                FROM telemetry_dead_letter ORDER BY recorded_nanos DESC, log_offset DESC LIMIT ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            List<DeadLetterLine> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(read(rows));
                }
            }
            return lines;
        }
    }

    static boolean contains(Connection connection, DeadLetterId id) throws SQLException {
        String sql =
                """
                SELECT 1 FROM telemetry_dead_letter WHERE partition_number = ? AND log_offset = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, id.partition());
            select.setLong(2, id.offset());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    static void recordRedrive(
            Connection connection, DeadLetterId id, RedriveOutcome outcome, long nowNanos)
            throws SQLException {
        String sql =
                """
                UPDATE telemetry_dead_letter SET redriven = ?, redriven_nanos = ?
                WHERE partition_number = ? AND log_offset = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, outcome.text());
            update.setLong(2, nowNanos);
            update.setInt(3, id.partition());
            update.setLong(4, id.offset());
            update.executeUpdate();
        }
    }

    /** Their places will be taken by other letters. */
    static void deleteFrom(Connection connection, int partition, long offset) throws SQLException {
        String sql =
                """
                DELETE FROM telemetry_dead_letter WHERE partition_number = ? AND log_offset >= ?
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, partition);
            delete.setLong(2, offset);
            delete.executeUpdate();
        }
    }

    /** Forgets what the log has forgotten. */
    static void deleteBefore(Connection connection, long recordedNanos) throws SQLException {
        String sql = "DELETE FROM telemetry_dead_letter WHERE recorded_nanos < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, recordedNanos);
            delete.executeUpdate();
        }
    }

    private static DeadLetterLine read(ResultSet row) throws SQLException {
        return new DeadLetterLine(
                new DeadLetterId(row.getInt(1), row.getLong(2)).toString(),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                Optional.ofNullable(row.getString(8)));
    }
}
