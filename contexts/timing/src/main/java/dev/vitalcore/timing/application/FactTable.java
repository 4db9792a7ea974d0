package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Of each subject of each entry the event with the highest revision, of equal ones the one that
 * stands last on the log: after a power cut timing goes on from an older state and may say another
 * thing under a number that it gave before. What was replaced is in {@link SupersededTable}.
 */
final class FactTable {
    private final Codec<TimingEvent> codec;

    FactTable(Codec<TimingEvent> codec) {
        this.codec = codec;
    }

    /** Keeps those revisions that say something new, and gives their events back in their order. */
    List<TimingEvent> keep(Connection connection, List<Revision> revisions) throws SQLException {
        try (FactWriting writing = new FactWriting(connection, codec)) {
            return writing.keep(revisions);
        }
    }

    /** Forgets all entries. */
    void clear(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM timing_fact")) {
            delete.executeUpdate();
        }
        SupersededTable.clear(connection);
    }

    /** What is known of some kinds about an entry. */
    LapBook book(Connection connection, EntryId entry, Set<FactKind> kinds) throws SQLException {
        String sql =
                "SELECT event FROM timing_fact WHERE session = ? AND car = ? AND kind IN ("
                        + marks(kinds)
                        + ")";
        LapBook book = new LapBook();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, entry.session().value());
            select.setString(2, entry.car());
            setKinds(select, 3, kinds);
            fold(select, book);
        }
        return book;
    }

    Optional<TimingEvent> fact(Connection connection, EntryId entry, String subject)
            throws SQLException {
        String sql = "SELECT event FROM timing_fact WHERE session = ? AND car = ? AND subject = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, entry.session().value());
            select.setString(2, entry.car());
            select.setString(3, subject);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(codec.decode(rows.getBytes(1))) : Optional.empty();
            }
        }
    }

    /** What is known of some kinds about all entries of a session that have any of it. */
    Map<EntryId, LapBook> books(Connection connection, SessionId session, Set<FactKind> kinds)
            throws SQLException {
        String sql =
                "SELECT event FROM timing_fact WHERE session = ? AND kind IN ("
                        + marks(kinds)
                        + ")";
        Map<EntryId, LapBook> books = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, session.value());
            setKinds(select, 2, kinds);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    TimingEvent event = codec.decode(rows.getBytes(1));
                    books.computeIfAbsent(event.entry(), entry -> new LapBook()).apply(event);
                }
            }
        }
        return books;
    }

    static String marks(Set<FactKind> kinds) {
        return kinds.stream().map(kind -> "?").collect(Collectors.joining(", "));
    }

    /** The first mark after them. */
    static int setKinds(PreparedStatement select, int from, Set<FactKind> kinds)
            throws SQLException {
        int mark = from;
        for (FactKind kind : kinds) {
            select.setString(mark++, kind.stored());
        }
        return mark;
    }

    private void fold(PreparedStatement select, LapBook book) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                book.apply(codec.decode(rows.getBytes(1)));
            }
        }
    }
}
