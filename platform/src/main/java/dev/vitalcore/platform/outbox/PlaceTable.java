package dev.vitalcore.platform.outbox;

import dev.vitalcore.platform.log.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far one consumer has read of its topic. */
final class PlaceTable {
    private final String consumer;

    PlaceTable(String consumer) {
        this.consumer = consumer;
    }

    /**
     * @param began when it first started, nanoseconds since the epoch
     */
    record Reading(long began, String topicId) {}

    Optional<Reading> reading(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT began, topic_id FROM inbox_reading WHERE consumer = ?")) {
            query.setString(1, consumer);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Reading(row.getLong(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    void keep(Connection connection, Reading reading) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO inbox_reading (consumer, began, topic_id) VALUES (?, ?, ?)
                        ON CONFLICT (consumer) DO UPDATE SET
                            began = excluded.began, topic_id = excluded.topic_id
                        """)) {
            upsert.setString(1, consumer);
            upsert.setLong(2, reading.began());
            upsert.setString(3, reading.topicId());
            upsert.executeUpdate();
        }
    }

    /** The next offset of each partition of which something was read. */
    Map<Integer, Long> places(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT partition_number, next_offset FROM inbox_place WHERE consumer = ?")) {
            query.setString(1, consumer);
            Map<Integer, Long> places = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    places.put(row.getInt(1), row.getLong(2));
                }
            }
            return places;
        }
    }

    void advance(Connection connection, List<LogRecord> records) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO inbox_place (consumer, partition_number, next_offset)
                        VALUES (?, ?, ?) ON CONFLICT (consumer, partition_number)
                        DO UPDATE SET next_offset = excluded.next_offset
                        """)) {
            upsert.setString(1, consumer);
            for (Map.Entry<Integer, Long> place : next.entrySet()) {
                upsert.setInt(2, place.getKey());
                upsert.setLong(3, place.getValue());
                upsert.executeUpdate();
            }
        }
    }

    void forget(Connection connection, int partition) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM inbox_place WHERE consumer = ? AND partition_number = ?")) {
            delete.setString(1, consumer);
            delete.setInt(2, partition);
            delete.executeUpdate();
        }
    }
}
