package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.timing.domain.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes facts in the transaction of a connection; its statements are prepared once for all of
 * them. What is new costs one statement; only what is known already is looked at.
 */
final class FactWriting implements AutoCloseable {
    private static final String OF_SUBJECT = " WHERE session = ? AND car = ? AND subject = ?";

    private final Connection connection;
    private final Codec<TimingEvent> codec;
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement replace;

    FactWriting(Connection connection, Codec<TimingEvent> codec) throws SQLException {
        this.connection = connection;
        this.codec = codec;
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO timing_fact
                            (session, car, subject, kind, revision, event, recorded_nanos)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (session, car, subject) DO NOTHING
                        """);
        find =
                connection.prepareStatement(
                        "SELECT kind, revision, event, recorded_nanos FROM timing_fact"
                                + OF_SUBJECT);
        replace =
                connection.prepareStatement(
                        "UPDATE timing_fact SET kind = ?, revision = ?, event = ?, recorded_nanos = ?"
                                + OF_SUBJECT);
    }

    /** Gives the events back that said something new, in their order. */
    List<TimingEvent> keep(List<Revision> revisions) throws SQLException {
        List<TimingEvent> changes = new ArrayList<>();
        for (Revision revision : revisions) {
            byte[] encoded = codec.encode(revision.event());
            if (isFirst(revision, encoded) || supersedes(revision, encoded)) {
                changes.add(revision.event());
            }
        }
        return changes;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        find.close();
        replace.close();
    }

    private boolean isFirst(Revision revision, byte[] encoded) throws SQLException {
        TimingEvent event = revision.event();
        setSubject(insert, 1, event);
        insert.setString(4, FactKind.of(event).stored());
        insert.setInt(5, event.revision());
        insert.setBytes(6, encoded);
        insert.setLong(7, revision.recordedNanos());
        return insert.executeUpdate() > 0;
    }

    private boolean supersedes(Revision revision, byte[] encoded) throws SQLException {
        TimingEvent event = revision.event();
        SupersededTable.Row known = known(event);
        boolean says =
                event.revision() > known.revision()
                        || (event.revision() == known.revision()
                                && !Arrays.equals(encoded, known.event()));
        if (!says) {
            return false;
        }
        // The clock of the log may have been set back; a time before its predecessor's would make
        // both hold at once.
        long recorded = Math.max(revision.recordedNanos(), known.recordedNanos());
        EntryId entry = event.entry();
        SupersededTable.keep(connection, entry, event.subject(), known, recorded);
        replace.setString(1, FactKind.of(event).stored());
        replace.setInt(2, event.revision());
        replace.setBytes(3, encoded);
        replace.setLong(4, recorded);
        setSubject(replace, 5, event);
        replace.executeUpdate();
        return true;
    }

    private SupersededTable.Row known(TimingEvent event) throws SQLException {
        setSubject(find, 1, event);
        try (ResultSet row = find.executeQuery()) {
            row.next();
            return new SupersededTable.Row(
                    row.getString(1), row.getInt(2), row.getBytes(3), row.getLong(4));
        }
    }

    private static void setSubject(PreparedStatement statement, int from, TimingEvent event)
            throws SQLException {
        statement.setString(from, event.entry().session().value());
        statement.setString(from + 1, event.entry().car());
        statement.setString(from + 2, event.subject());
    }
}
