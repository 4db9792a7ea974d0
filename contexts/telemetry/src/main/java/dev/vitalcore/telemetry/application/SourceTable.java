package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.Declared;
import dev.vitalcore.telemetry.domain.KnownChannels;
import dev.vitalcore.telemetry.domain.Ledger;
import dev.vitalcore.telemetry.domain.SequenceRanges;
import dev.vitalcore.telemetry.domain.SourceState;
import dev.vitalcore.telemetry.domain.SourceTotals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sources, a row each. Channels are in {@link ChannelTable}. */
final class SourceTable {
    private static final String SELECT =
            """
            SELECT s.*, COALESCE(c.duplicate, 0) AS duplicate, COALESCE(c.refused, 0) AS refused
            FROM telemetry_source s LEFT JOIN telemetry_count c ON c.source = s.source
            """;

    private SourceTable() {}

    static List<SourceState> all(Connection connection) throws SQLException {
        return select(connection, "ORDER BY s.source", null);
    }

    static List<SourceState> ofSession(Connection connection, SessionId session)
            throws SQLException {
        return select(connection, "WHERE s.session = ? ORDER BY s.source", session.value());
    }

    /** Those of the sessions of which a block has come. */
    static Set<SessionId> sessionsAmong(Connection connection, Set<SessionId> asked)
            throws SQLException {
        Set<SessionId> found = new HashSet<>();
        try (PreparedStatement one =
                connection.prepareStatement(
                        "SELECT 1 FROM telemetry_source WHERE session = ? LIMIT 1")) {
            for (SessionId session : asked) {
                one.setString(1, session.value());
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) {
                        found.add(session);
                    }
                }
            }
        }
        return found;
    }

    /** The sources of the sessions that began last, newest session first. */
    static List<SourceState> ofNewestSessions(Connection connection, int limit)
            throws SQLException {
        return select(
                connection,
                """
                JOIN (SELECT session, MIN(first_nanos) AS began FROM telemetry_source
                      GROUP BY session ORDER BY began DESC, session LIMIT ?) newest
                ON newest.session = s.session
                ORDER BY newest.began DESC, s.session, s.source
                """,
                limit);
    }

    /** When the log took the newest block that was read; {@code Long.MIN_VALUE} without any. */
    static long newestRecordedNanos(Connection connection) throws SQLException {
        String sql = "SELECT COALESCE(MAX(seen_nanos), ?) FROM telemetry_source";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, Long.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
        }
    }

    static void save(Connection connection, SourceState state) throws SQLException {
        String sql =
                """
                INSERT INTO telemetry_source (source, session, car, format, title, track, vehicle,
                    driver, arrived, healed, fence, samples, first_nanos, last_nanos, seen_nanos, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET format = excluded.format, title = excluded.title,
                    track = excluded.track, vehicle = excluded.vehicle, driver = excluded.driver,
                    arrived = excluded.arrived, healed = excluded.healed, fence = excluded.fence,
                    samples = excluded.samples, first_nanos = excluded.first_nanos,
                    last_nanos = excluded.last_nanos, seen_nanos = excluded.seen_nanos,
                    ended = excluded.ended
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            Optional<Declared> declared = state.declared();
            upsert.setString(1, state.source().value());
            upsert.setString(2, state.entry().session().value());
            upsert.setString(3, state.entry().car());
            upsert.setString(4, declared.map(Declared::format).orElse(null));
            upsert.setString(5, declared.map(Declared::title).orElse(null));
            upsert.setString(6, declared.flatMap(Declared::track).orElse(null));
            upsert.setString(7, declared.flatMap(Declared::vehicle).orElse(null));
            upsert.setString(8, declared.flatMap(Declared::driver).orElse(null));
            upsert.setString(9, state.ledger().arrived().toString());
            upsert.setString(10, state.ledger().healed().toString());
            upsert.setString(11, FenceText.write(state.fence()));
            upsert.setLong(12, state.totals().samples());
            upsert.setLong(13, state.totals().firstNanos());
            upsert.setLong(14, state.totals().lastNanos());
            upsert.setLong(15, state.totals().seenNanos());
            upsert.setInt(16, state.totals().ended() ? 1 : 0);
            upsert.executeUpdate();
        }
    }

    private static List<SourceState> select(
            Connection connection, String rest, @Nullable Object parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
            if (parameter != null) {
                select.setObject(1, parameter);
            }
            List<SourceState> states = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    states.add(read(rows));
                }
            }
            return states;
        }
    }

    private static SourceState read(ResultSet row) throws SQLException {
        return new SourceState(
                new SourceId(row.getString("source")),
                new EntryId(new SessionId(row.getString("session")), row.getString("car")),
                new Ledger(
                        SequenceRanges.parse(row.getString("arrived")),
                        SequenceRanges.parse(row.getString("healed")),
                        row.getLong("duplicate"),
                        row.getLong("refused")),
                KnownChannels.NONE,
                FenceText.read(row.getString("fence")),
                new SourceTotals(
                        row.getLong("samples"),
                        row.getLong("first_nanos"),
                        row.getLong("last_nanos"),
                        row.getLong("seen_nanos"),
                        row.getInt("ended") != 0),
                declared(row));
    }

    private static Optional<Declared> declared(ResultSet row) throws SQLException {
        String format = row.getString("format");
        if (format == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Declared(
                        format,
                        row.getString("title"),
                        Optional.ofNullable(row.getString("track")),
                        Optional.ofNullable(row.getString("vehicle")),
                        Optional.ofNullable(row.getString("driver"))));
    }
}
