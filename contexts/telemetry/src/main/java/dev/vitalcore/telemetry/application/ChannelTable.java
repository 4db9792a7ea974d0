package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.telemetry.domain.SourceState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The channels of the sources with their units, which never change. */
final class ChannelTable {
    private ChannelTable() {}

    static Map<SourceId, Map<String, Unit>> all(Connection connection) throws SQLException {
        String sql = "SELECT source, name, unit FROM telemetry_channel";
        Map<SourceId, Map<String, Unit>> units = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                units.computeIfAbsent(new SourceId(rows.getString(1)), source -> new HashMap<>())
                        .put(rows.getString(2), Unit.valueOf(rows.getString(3)));
            }
        }
        return units;
    }

    /**
     * @param batch that named the channels which are new
     */
    static void save(Connection connection, SourceState state, BatchSpan batch)
            throws SQLException {
        String sql =
                """
                INSERT INTO telemetry_channel (source, name, unit, first_offset)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (source, name) DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Unit> channel : state.channels().units().entrySet()) {
                insert.setString(1, state.source().value());
                insert.setString(2, channel.getKey());
                insert.setString(3, channel.getValue().name());
                insert.setLong(4, batch.firstOffset());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
