package dev.vitalcore.telemetry.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The math channels that people saved; nothing else knows them. */
final class MathChannelTable {
    private MathChannelTable() {}

    /** By name. */
    static List<MathChannel> all(Connection connection) throws SQLException {
        String sql =
                """
                SELECT name, expression, unit, description FROM telemetry_math_channel ORDER BY name
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<MathChannel> channels = new ArrayList<>();
            while (rows.next()) {
                channels.add(
                        new MathChannel(
                                rows.getString(1),
                                rows.getString(2),
                                Optional.ofNullable(rows.getString(3)),
                                rows.getString(4)));
            }
            return channels;
        }
    }

    static void put(Connection connection, MathChannel channel) throws SQLException {
        String sql =
                """
                INSERT INTO telemetry_math_channel (name, expression, unit, description)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET expression = excluded.expression,
                    unit = excluded.unit, description = excluded.description
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, channel.name());
            upsert.setString(2, channel.expression());
            upsert.setString(3, channel.unit().orElse(null));
            upsert.setString(4, channel.description());
            upsert.executeUpdate();
        }
    }

    static void delete(Connection connection, String name) throws SQLException {
        String sql = "DELETE FROM telemetry_math_channel WHERE name = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
    }
}
