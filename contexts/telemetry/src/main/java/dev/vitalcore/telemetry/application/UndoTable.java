package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The way back for the newest batches: each source as it was before a batch changed it. SQLite is
 * on the disk with each commit, the log only each second; after a power cut the log may lack blocks
 * that the ledger has. Then the ledger goes back to a batch that the log still has, so that a
 * source may send again what was lost.
 */
final class UndoTable {
    /** The log is on the disk after two seconds, or some more where the disk is slow. */
    private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

    private static final String COLUMNS =
            """
            format, title, track, vehicle, driver, arrived, healed, fence, samples, first_nanos,
            last_nanos, seen_nanos, ended
            """;

    private UndoTable() {}

    /**
     * Keeps the source as it is now, before the batch changes it.
     *
     * @param duplicates how many of its blocks the batch has that were there before
     */
    static void keep(Connection connection, SourceId source, BatchSpan batch, long duplicates)
            throws SQLException {
        String sql =
                """
                INSERT INTO telemetry_undo (partition_number, first_offset, next_offset,
                    recorded_nanos, source, duplicates, existed, %s)
                SELECT batch.p, batch.f, batch.n, batch.r, batch.s, batch.d, s.source IS NOT NULL,
                    %s
                FROM (SELECT ? AS p, ? AS f, ? AS n, ? AS r, ? AS s, ? AS d) batch
                LEFT JOIN telemetry_source s ON s.source = batch.s
                """
                        .formatted(COLUMNS, COLUMNS);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, batch.partition());
            insert.setLong(2, batch.firstOffset());
            insert.setLong(3, batch.nextOffset());
            insert.setLong(4, batch.recordedNanos());
            insert.setString(5, source.value());
            insert.setLong(6, duplicates);
            insert.executeUpdate();
        }
    }

    /** Drops what no power cut can reach any more. */
    static void forget(Connection connection, long newestRecordedNanos) throws SQLException {
        String sql = "DELETE FROM telemetry_undo WHERE recorded_nanos < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, newestRecordedNanos - KEPT_NANOS);
            delete.executeUpdate();
        }
    }

    /**
     * Takes back all batches that have read beyond the end of the partition.
     *
     * @return where the earliest of them began, from where the log is to be read again; empty when
     *     there is none
     */
    static OptionalLong goBack(Connection connection, int partition, long end) throws SQLException {
        OptionalLong began = firstOffset(connection, partition, end);
        run(
                connection,
                """
                DELETE FROM telemetry_source WHERE source IN
                    (SELECT source FROM telemetry_undo
                     WHERE partition_number = ? AND next_offset > ? AND existed = 0)
                """,
                partition,
                end);
        run(
                connection,
                """
                UPDATE telemetry_source SET (%s) =
                    (SELECT %s FROM telemetry_undo u
                     WHERE u.source = telemetry_source.source
                         AND u.partition_number = ?1 AND u.next_offset > ?2
                     ORDER BY u.first_offset LIMIT 1)
                WHERE source IN
                    (SELECT source FROM telemetry_undo
                     WHERE partition_number = ?1 AND next_offset > ?2)
                """
                        .formatted(COLUMNS, COLUMNS),
                partition,
                end);
        takeBackCountsAndChannels(connection, partition, end);
        run(
                connection,
                "DELETE FROM telemetry_undo WHERE partition_number = ? AND next_offset > ?",
                partition,
                end);
        return began;
    }

    private static void takeBackCountsAndChannels(Connection connection, int partition, long end)
            throws SQLException {
        run(
                connection,
                """
                UPDATE telemetry_count SET duplicate = duplicate -
                    (SELECT SUM(duplicates) FROM telemetry_undo u
                     WHERE u.source = telemetry_count.source
                         AND u.partition_number = ?1 AND u.next_offset > ?2)
                WHERE source IN
                    (SELECT source FROM telemetry_undo
                     WHERE partition_number = ?1 AND next_offset > ?2)
                """,
                partition,
                end);
        run(
                connection,
                """
                DELETE FROM telemetry_channel WHERE EXISTS
                    (SELECT 1 FROM telemetry_undo u
                     WHERE u.source = telemetry_channel.source
                         AND u.partition_number = ?1 AND u.next_offset > ?2
                         AND telemetry_channel.first_offset >= u.first_offset)
                """,
                partition,
                end);
    }

    private static OptionalLong firstOffset(Connection connection, int partition, long end)
            throws SQLException {
        String sql =
                """
                SELECT MIN(first_offset) FROM telemetry_undo
                WHERE partition_number = ? AND next_offset > ? HAVING COUNT(*) > 0
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, partition);
            select.setLong(2, end);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void run(Connection connection, String sql, int partition, long end)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, partition);
            statement.setLong(2, end);
            statement.executeUpdate();
        }
    }
}
