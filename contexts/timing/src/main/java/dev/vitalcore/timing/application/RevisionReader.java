package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.timing.domain.Revision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what timing knew of a session at a moment, from facts and what they replaced. */
final class RevisionReader {
    private final Codec<TimingEvent> codec;

    RevisionReader(Codec<TimingEvent> codec) {
        this.codec = codec;
    }

    /** Of each subject the revision that held, where one did; withdrawals among them. */
    List<Revision> read(Connection connection, Asked asked, Set<FactKind> kinds, Moment moment)
            throws SQLException {
        String sql =
                """
                SELECT event, recorded_nanos, CAST(NULL AS BIGINT) FROM timing_fact
                WHERE session = ? %2$s AND kind IN (%1$s) AND recorded_nanos <= ?
                UNION ALL
                SELECT event, recorded_nanos, superseded_nanos FROM timing_superseded
                WHERE session = ? %2$s AND kind IN (%1$s) AND recorded_nanos <= ?
                    AND superseded_nanos > ?
                """
                        .formatted(
                                FactTable.marks(kinds),
                                asked.car().isPresent() ? "AND car = ?" : "");
        long knownAt = moment.knownAtNanos().orElse(Long.MAX_VALUE);
        List<Revision> held = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = FactTable.setKinds(select, asked.set(select, 1), kinds);
            select.setLong(next, knownAt);
            next = FactTable.setKinds(select, asked.set(select, next + 1), kinds);
            select.setLong(next, knownAt);
            select.setLong(next + 1, knownAt);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Revision revision = revision(rows);
                    if (revision.heldAt(moment)) {
                        held.add(revision);
                    }
                }
            }
        }
        return held;
    }

    /** Whose revisions: of a session, or of one of its cars. */
    record Asked(SessionId session, Optional<String> car) {
        /** The place behind its own. */
        int set(PreparedStatement select, int place) throws SQLException {
            select.setString(place, session.value());
            if (car.isEmpty()) {
                return place + 1;
            }
            select.setString(place + 1, car.get());
            return place + 2;
        }
    }

    private Revision revision(ResultSet row) throws SQLException {
        long superseded = row.getLong(3);
        OptionalLong until = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(superseded);
        return new Revision(codec.decode(row.getBytes(1)), row.getLong(2), until);
    }
}
