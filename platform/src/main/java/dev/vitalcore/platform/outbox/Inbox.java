package dev.vitalcore.platform.outbox;

import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one consumer has seen of each stream, kept in the transaction in which it keeps what it made
 * of it: so an event that comes again changes nothing, wherever in the log it comes again. Any
 * thread may call; a stream is read by one at a time.
 *
 * <p>The consumer must read its topic from the beginning, since a stream begins with version 1, and
 * go on from {@link #resume}.
 */
public final class Inbox {
    /** Gaps that are told at once. */
    private static final int GAP_LIMIT = 1_000;

    private static final Pattern CONSUMER = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final String consumer;
    private final Database database;
    private final PlaceTable places;

    /** What is to be done with an event. */
    public enum Verdict {
        /** It is the next of its stream: to be taken in, in this transaction. */
        NEXT,
        /** It was taken before: to be passed by. */
        SEEN,
        /**
         * One before it is missing: to be passed by. It comes again behind the missing one, since
         * the relay keeps nothing as published that the log did not acknowledge. Until then {@link
         * #gaps} tells of it.
         */
        EARLY
    }

    /**
     * Something is missing.
     *
     * @param seen the last version that was taken
     * @param early the highest that came before its turn
     */
    public record Gap(String stream, long seen, long early) {}

    /**
     * Where the reading goes on.
     *
     * @param next offsets; a partition that is not named is read from its beginning
     * @param beganNanos when this consumer started for the first time
     */
    public record Start(Map<Integer, Long> next, long beganNanos) {
        public Start {
            next = Map.copyOf(next);
        }
    }

    /**
     * Makes the table where it is absent.
     *
     * @param consumer one in the database: 1 to 40 characters of a-z, 0-9 and '-'
     */
    public Inbox(String consumer, Database database) {
        if (!CONSUMER.matcher(consumer).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + Text.abbreviate(consumer, 60)
                            + "' is no name for a consumer: 1 to 40 characters of a-z, 0-9 and '-'");
        }
        this.consumer = consumer;
        this.database = database;
        this.places = new PlaceTable(consumer);
        OutboxSchema.migrateInbox(database);
    }

    /**
     * Where to go on: behind what was read. A partition that ends before that lost its end and is
     * read from its beginning, and so are all of a topic that was made anew; what comes again is
     * {@link Verdict#SEEN}. To be called at each start before anything more is published, since the
     * end may then grow beyond the old place.
     *
     * @param topicId as the log has it
     * @param ends of its partitions
     * @param nowNanos nanoseconds since the epoch
     */
    public Start resume(String topicId, Map<Integer, Long> ends, long nowNanos) {
        return database.write(connection -> {
            Optional<PlaceTable.Reading> before = places.reading(connection);
            boolean isAnother = before.filter(was -> was.topicId().equals(topicId)).isEmpty();
            Map<Integer, Long> next = places.places(connection);
            for (Map.Entry<Integer, Long> place : Map.copyOf(next).entrySet()) {
                int partition = place.getKey();
                if (isAnother || place.getValue() > ends.getOrDefault(partition, 0L)) {
                    next.remove(partition);
                    places.forget(connection, partition);
                }
            }
            long began = before.map(PlaceTable.Reading::began).orElse(nowNanos);
            places.keep(connection, new PlaceTable.Reading(began, topicId));
            return new Start(next, began);
        });
    }

    /**
     * Keeps that these were read.
     *
     * @param connection of the transaction in which they were admitted
     */
    public void advance(Connection connection, List<LogRecord> records) throws SQLException {
        places.advance(connection, records);
    }

    /**
     * Says what is to be done with an event, and keeps that it was done.
     *
     * @param connection of the transaction in which the consumer keeps what it makes of the event
     */
    public Verdict admit(Connection connection, String stream, long version) throws SQLException {
        State before = state(connection, stream);
        if (version <= before.seen()) {
            return Verdict.SEEN;
        }
        boolean next = version == before.seen() + 1;
        long seen = next ? version : before.seen();
        long early = Math.max(before.early(), version);
        keep(connection, stream, new State(seen, early > seen ? early : 0));
        return next ? Verdict.NEXT : Verdict.EARLY;
    }

    /** The streams of which something is missing, by name, at most {@value #GAP_LIMIT}. */
    public List<Gap> gaps() {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            """
                            SELECT stream, version, early FROM inbox_stream
                            WHERE consumer = ? AND early > 0 ORDER BY stream LIMIT ?
                            """)) {
                query.setString(1, consumer);
                query.setInt(2, GAP_LIMIT);
                List<Gap> gaps = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        gaps.add(new Gap(row.getString(1), row.getLong(2), row.getLong(3)));
                    }
                }
                return gaps;
            }
        });
    }

    private State state(Connection connection, String stream) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT version, early FROM inbox_stream WHERE consumer = ? AND stream = ?")) {
            query.setString(1, consumer);
            query.setString(2, stream);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new State(row.getLong(1), row.getLong(2)) : new State(0, 0);
            }
        }
    }

    private void keep(Connection connection, String stream, State state) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO inbox_stream (consumer, stream, version, early) VALUES (?, ?, ?, ?)
                        ON CONFLICT (consumer, stream) DO UPDATE SET
                            version = excluded.version, early = excluded.early
                        """)) {
            upsert.setString(1, consumer);
            upsert.setString(2, stream);
            upsert.setLong(3, state.seen());
            upsert.setLong(4, state.early());
            upsert.executeUpdate();
        }
    }

    private record State(long seen, long early) {}
}
