package dev.vitalcore.sql.events;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Appends within one transaction of the writer. */
final class AppendTransaction {
    private final AppendStatements sql;
    private final long nowNanos;

    AppendTransaction(AppendStatements sql, long nowNanos) {
        this.sql = sql;
        this.nowNanos = nowNanos;
    }

    /**
     * @param thorough whether ids are looked up in any case; if not, that is left to the table's
     *     constraint, at which one that is known fails, where exactly this version is expected:
     *     what is repeated has changed the version
     * @throws Fault (conflict) when an id stands for something else; nothing is written then
     */
    AppendResult append(Append request, boolean thorough) throws SQLException {
        Head head = head(request.stream());
        boolean asExpected = request.expected().allows(head.version());
        if (thorough || !asExpected || request.expected() instanceof Expected.Any) {
            List<NewEvent> events = request.events();
            Optional<Appended> repeated =
                    AppendRules.repeated(request.stream(), events, known(events));
            if (repeated.isPresent()) {
                return repeated.get();
            }
        }
        return asExpected
                ? insert(request, head)
                : new VersionConflict(request.stream(), request.expected(), head.version());
    }

    private AppendResult insert(Append request, Head head) throws SQLException {
        int count = request.events().size();
        Place end = advance(count);
        long position = end.position() - count;
        long stream = head.number() == 0 ? position + 1 : head.number();
        long version = head.version();
        ChainHash hash = head.hash();
        for (NewEvent event : request.events()) {
            position++;
            version++;
            hash = hash.next(position, version, end.recordedNanos(), event);
            EventRows.set(
                    sql.insert(),
                    stream,
                    new RecordedEvent(
                            position, request.stream(), version, event, end.recordedNanos(), hash));
            sql.insert().addBatch();
        }
        sql.insert().executeBatch();
        keep(request.stream(), new Head(stream, version, hash));
        return new Appended(position, version, false);
    }

    private void keep(StreamName stream, Head head) throws SQLException {
        sql.keepStream().setLong(1, head.number());
        sql.keepStream().setString(2, stream.toString());
        sql.keepStream().setLong(3, head.version());
        sql.keepStream().setBytes(4, head.hash().toBytes());
        sql.keepStream().executeUpdate();
    }

    private Head head(StreamName stream) throws SQLException {
        sql.findStream().setString(1, stream.toString());
        try (ResultSet row = sql.findStream().executeQuery()) {
            return row.next()
                    ? new Head(row.getLong(1), row.getLong(2), ChainHash.of(row.getBytes(3)))
                    : new Head(0, 0, ChainHash.before(stream));
        }
    }

    private Map<UUID, RecordedEvent> known(List<NewEvent> events) throws SQLException {
        Map<UUID, RecordedEvent> known = new HashMap<>();
        for (NewEvent event : events) {
            sql.findEvent().setBytes(1, EventRows.bytes(event.id()));
            try (ResultSet rows = sql.findEvent().executeQuery()) {
                EventRows.all(rows).forEach(kept -> known.put(event.id(), kept));
            }
        }
        return known;
    }

    /** Takes so many positions; the row that counts them is held until the end. */
    private Place advance(int count) throws SQLException {
        sql.advance().setLong(1, count);
        sql.advance().setLong(2, nowNanos);
        sql.advance().setLong(3, nowNanos);
        try (ResultSet row = sql.advance().executeQuery()) {
            row.next();
            return new Place(row.getLong(1), row.getLong(2));
        }
    }

    /**
     * @param number 0 where the stream has no row yet
     */
    private record Head(long number, long version, ChainHash hash) {}

    private record Place(long position, long recordedNanos) {}
}
