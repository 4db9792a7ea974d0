package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A view of numbers: for each stream how many came, their sum, and the version of the last. A sum
 * alone would not show that two events changed places, so each also folds into a digest.
 */
final class Tally implements Projection<Integer> {
    static final EventType ADDED = new EventType("test.Added", 1);

    static final String CATEGORY = "tally";

    private final String category;
    private final int schemaVersion;
    private final int readsFrom;

    /** What a test has to say to each event before it is taken, and in which table. */
    volatile Before before = (table, event) -> {};

    Tally(int schemaVersion) {
        this(schemaVersion, schemaVersion);
    }

    /**
     * @param readsFrom the oldest schema version that it can answer from
     */
    Tally(int schemaVersion, int readsFrom) {
        this(CATEGORY, schemaVersion, readsFrom);
    }

    /**
     * @param category of the streams that it counts
     */
    Tally(String category, int schemaVersion, int readsFrom) {
        this.category = category;
        this.schemaVersion = schemaVersion;
        this.readsFrom = readsFrom;
    }

    @FunctionalInterface
    interface Before {
        void take(String table, Seen<Integer> event);
    }

    /** What the view tells of a stream. */
    record Row(long count, long digest, long version) {
        static final Row NONE = new Row(0, 0, 0);

        Row and(int number) {
            return new Row(count + 1, (digest * 31 + number) % 1_000_000_007L, version + 1);
        }
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public int schemaVersion() {
        return schemaVersion;
    }

    @Override
    public Set<String> categories() {
        return Set.of(category);
    }

    @Override
    public boolean answersFrom(int otherSchemaVersion) {
        return otherSchemaVersion >= readsFrom;
    }

    @Override
    public void create(Connection connection, Tables tables) throws SQLException {
        String table = tables.name("tally_v" + schemaVersion);
        String script =
                """
                CREATE TABLE %s (stream {text} PRIMARY KEY, count {integer} NOT NULL,
                    digest {integer} NOT NULL, version {integer} NOT NULL)
                """
                        .formatted(table);
        try (Statement statement = connection.createStatement()) {
            statement.execute(tables.dialect().script(script));
            statement.execute(
                    "CREATE INDEX %s ON %s (count)".formatted(tables.index("by_count"), table));
        }
    }

    @Override
    public void apply(Connection connection, Tables tables, List<Seen<Integer>> events)
            throws SQLException {
        String table = tables.name("tally_v" + schemaVersion);
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO %1$s (stream, count, digest, version) VALUES (?, 1, ?, ?)
                        ON CONFLICT (stream) DO UPDATE SET count = %1$s.count + 1,
                            digest = (%1$s.digest * 31 + excluded.digest) %% 1000000007,
                            version = excluded.version
                        """
                                .formatted(table))) {
            for (Seen<Integer> seen : events) {
                before.take(table, seen);
                upsert.setString(1, seen.stream().toString());
                upsert.setInt(2, seen.event());
                upsert.setLong(3, seen.version());
                upsert.executeUpdate();
            }
        }
    }

    Map<String, Row> rows(Connection connection, Tables tables) throws SQLException {
        Map<String, Row> found = new TreeMap<>();
        String table = tables.name("tally_v" + tables.schemaVersion());
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT stream, count, digest, version FROM " + table)) {
            while (row.next()) {
                found.put(
                        row.getString(1), new Row(row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
        return found;
    }

    /** Numbers of four bytes. */
    static final class Format implements EventFormat<Integer> {
        @Override
        public EventType typeOf(Integer event) {
            return ADDED;
        }

        @Override
        public byte[] write(Integer event) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(event).array();
        }

        @Override
        public long eventNanos(Integer event) {
            return 7;
        }

        @Override
        public Integer read(EventType type, byte[] payload) {
            if (payload.length != Integer.BYTES) {
                throw Fault.user("undecodable", "no number", "write a number");
            }
            return ByteBuffer.wrap(payload).getInt();
        }
    }
}
