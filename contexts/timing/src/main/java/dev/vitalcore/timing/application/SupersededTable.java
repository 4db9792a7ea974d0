package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.EntryId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What timing stated once and has replaced since, with the time during which it was what was known.
 * Each row holds from its {@code recorded_nanos} to before its {@code superseded_nanos}; the rows
 * of a subject follow on one another without a gap, the last one on the fact that holds.
 *
 * <p>Of a subject {@value #MOST} rows are kept. Beyond that the row that held shortest gives its
 * time to the one before it: for so long an answer tells an older revision than was known. The
 * first one stays, so that nothing is told as known before it was.
 */
final class SupersededTable {
    static final int MOST = 64;

    private SupersededTable() {}

    /** A fact as it stood until now. */
    record Row(String kind, int revision, byte[] event, long recordedNanos) {}

    /** Keeps what a fact said until now; what held for no time at all is not kept. */
    static void keep(
            Connection connection, EntryId entry, String subject, Row row, long supersededNanos)
            throws SQLException {
        if (row.recordedNanos() >= supersededNanos) {
            return;
        }
        String sql =
                """
                INSERT INTO timing_superseded
                    (session, car, subject, kind, event, recorded_nanos, superseded_nanos)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, entry.session().value());
            insert.setString(2, entry.car());
            insert.setString(3, subject);
            insert.setString(4, row.kind());
            insert.setBytes(5, row.event());
            insert.setLong(6, row.recordedNanos());
            insert.setLong(7, supersededNanos);
            insert.executeUpdate();
        }
        List<Span> spans = spans(connection, entry, subject);
        if (spans.size() > MOST) {
            giveWay(connection, entry, subject, shortestAfterFirst(spans));
        }
    }

    /** Forgets all entries. */
    static void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM timing_superseded")) {
            delete.executeUpdate();
        }
    }

    private static List<Span> spans(Connection connection, EntryId entry, String subject)
            throws SQLException {
        String sql =
                """
                SELECT recorded_nanos, superseded_nanos FROM timing_superseded
                WHERE session = ? AND car = ? AND subject = ? ORDER BY recorded_nanos
                """;
        List<Span> spans = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, entry.session().value());
            select.setString(2, entry.car());
            select.setString(3, subject);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    spans.add(new Span(rows.getLong(1), rows.getLong(2)));
                }
            }
        }
        return spans;
    }

    private static Span shortestAfterFirst(List<Span> spans) {
        Span shortest = spans.get(1);
        for (Span span : spans.subList(2, spans.size())) {
            if (span.nanos() < shortest.nanos()) {
                shortest = span;
            }
        }
        return shortest;
    }

    private static void giveWay(Connection connection, EntryId entry, String subject, Span span)
            throws SQLException {
        String of = " WHERE session = ? AND car = ? AND subject = ? AND ";
        update(
                connection,
                "DELETE FROM timing_superseded" + of + "recorded_nanos = ?",
                entry.session().value(),
                entry.car(),
                subject,
                span.recordedNanos());
        update(
                connection,
                "UPDATE timing_superseded SET superseded_nanos = ?" + of + "superseded_nanos = ?",
                span.supersededNanos(),
                entry.session().value(),
                entry.car(),
                subject,
                span.recordedNanos());
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private record Span(long recordedNanos, long supersededNanos) {
        private long nanos() {
            return supersededNanos - recordedNanos;
        }
    }
}
