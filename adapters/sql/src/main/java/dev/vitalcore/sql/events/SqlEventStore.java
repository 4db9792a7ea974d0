package dev.vitalcore.sql.events;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.Appends;
import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.GroupCommit;
import dev.vitalcore.platform.events.GroupCommit.Outcome;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StoreSubscription;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event store in an SQL database. The database has one writer at a time, over all processes, so
 * the order of positions is the order of commits and a reader misses nothing. Appends that come
 * together share a transaction, each with its own outcome.
 */
public final class SqlEventStore implements EventStore {
    private final Database database;
    private final InstantSource clock;
    private final Appends appends = new Appends();
    private final GroupCommit<Append, AppendResult> commits = new GroupCommit<>(this::commit);

    /** Of the connection that wrote last; used by the one that commits. */
    private @Nullable AppendStatements prepared;

    /**
     * Makes the tables where they are absent. The database stays the caller's to close.
     *
     * @param clock tells recorded time
     */
    public SqlEventStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        EventSchema.migrate(database);
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        AppendRules.requireAppendable(events);
        AppendResult result = commits.submit(new Append(stream, expected, List.copyOf(events)));
        appends.happened();
        return result;
    }

    @Override
    public List<RecordedEvent> read(StreamName stream, long afterVersion, int limit) {
        return events(
                " WHERE s.name = ? AND e.version > ? ORDER BY e.version LIMIT ?",
                stream.toString(),
                afterVersion,
                Math.min(limit, READ_LIMIT));
    }

    @Override
    public List<RecordedEvent> readAll(long afterPosition, int limit) {
        return events(
                " WHERE e.position > ? ORDER BY e.position LIMIT ?",
                afterPosition,
                Math.min(limit, READ_LIMIT));
    }

    @Override
    public Optional<RecordedEvent> find(UUID eventId) {
        return events(" WHERE e.id = ?", EventRows.bytes(eventId)).stream().findFirst();
    }

    @Override
    public long end() {
        return query(
                "SELECT position FROM event_store",
                row -> {
                    row.next();
                    return row.getLong(1);
                });
    }

    @Override
    public StreamHead head(StreamName stream) {
        return streams("WHERE name = ?", stream.toString()).stream()
                .findFirst()
                .orElseGet(() -> StreamHead.empty(stream));
    }

    @Override
    public List<StreamHead> heads(String afterName, int limit) {
        return streams("WHERE name > ? ORDER BY name LIMIT ?", afterName, limit);
    }

    @Override
    public Subscription subscribe(long afterPosition, Handler handler) {
        return StoreSubscription.start(this, appends, afterPosition, handler);
    }

    /** Ends the subscriptions. */
    @Override
    public void close() {
        appends.end();
    }

    /** All in one transaction; where that fails, each in its own, so that one spoils no other. */
    private List<Outcome<AppendResult>> commit(List<Append> requests) {
        try {
            return database.write(connection -> append(connection, requests, false));
        } catch (Fault together) {
            return eachAlone(requests);
        }
    }

    /** Where the database is gone, the first is told so, and the others at once with it. */
    private List<Outcome<AppendResult>> eachAlone(List<Append> requests) {
        List<Outcome<AppendResult>> outcomes = new ArrayList<>(requests.size());
        for (Append request : requests) {
            boolean gone = !outcomes.isEmpty() && outcomes.getLast().engineGone();
            outcomes.add(gone ? outcomes.getLast() : alone(request));
        }
        return outcomes;
    }

    private Outcome<AppendResult> alone(Append request) {
        try {
            return database.write(connection -> append(connection, List.of(request), true))
                    .getFirst();
        } catch (Fault e) {
            return e.kind() == Fault.Kind.UNAVAILABLE ? Outcome.engineGone(e) : Outcome.failed(e);
        } catch (RuntimeException e) {
            return Outcome.failed(e);
        }
    }

    private List<Outcome<AppendResult>> append(
            Connection connection, List<Append> requests, boolean thorough) throws SQLException {
        AppendTransaction transaction =
                new AppendTransaction(statements(connection), EpochNanos.of(clock.instant()));
        try {
            List<Outcome<AppendResult>> outcomes = new ArrayList<>(requests.size());
            for (Append request : requests) {
                outcomes.add(outcome(transaction, request, thorough));
            }
            return outcomes;
        } catch (SQLException | RuntimeException failed) {
            forgetStatements();
            throw failed;
        }
    }

    /** Those of before, as long as it is the same connection: not an equal one. */
    @SuppressWarnings("ReferenceEquality")
    private AppendStatements statements(Connection connection) throws SQLException {
        AppendStatements ready = prepared;
        if (ready == null || ready.connection() != connection) {
            forgetStatements();
            ready = AppendStatements.on(connection);
            prepared = ready;
        }
        return ready;
    }

    /** What a failure has left in them is nobody's concern. */
    private void forgetStatements() throws SQLException {
        AppendStatements old = prepared;
        prepared = null;
        if (old != null) {
            old.close();
        }
    }

    /** A Fault of the rules comes before anything is written; those beside it go on. */
    private static Outcome<AppendResult> outcome(
            AppendTransaction transaction, Append request, boolean thorough) throws SQLException {
        try {
            return Outcome.of(transaction.append(request, thorough));
        } catch (Fault refused) {
            return Outcome.failed(refused);
        }
    }

    private List<RecordedEvent> events(String condition, Object... parameters) {
        return query(EventRows.SELECT + condition, EventRows::all, parameters);
    }

    private List<StreamHead> streams(String condition, Object... parameters) {
        return query(
                "SELECT name, version, hash FROM event_stream " + condition,
                rows -> {
                    List<StreamHead> heads = new ArrayList<>();
                    while (rows.next()) {
                        heads.add(
                                new StreamHead(
                                        StreamName.parse(rows.getString(1)),
                                        rows.getLong(2),
                                        ChainHash.of(rows.getBytes(3))));
                    }
                    return heads;
                },
                parameters);
    }

    private <T> T query(String sql, Reading<T> reading, Object... parameters) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setObject(i + 1, parameters[i]);
                }
                try (ResultSet rows = query.executeQuery()) {
                    return reading.read(rows);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
