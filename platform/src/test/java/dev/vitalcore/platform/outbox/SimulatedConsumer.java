package dev.vitalcore.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.DyingDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One schedule of a consumer with an inbox behind a relay that keeps its promise and no more: what
 * it sends comes in order, but for what a failure leaves out, and all behind that comes again. The
 * consumer's process ends at any commit, and is then given again what it had not confirmed. Each
 * event must be taken once, in the order of its stream.
 */
public final class SimulatedConsumer {
    private static final int MOST = 7;
    private static final int ENOUGH = 10_000;

    private final Random chance;
    private final Database database;
    private final EventStore store;
    private final Verdict alsoTaken;
    private final List<RecordedEvent> topic = new ArrayList<>();
    private long relayed;
    private int confirmed;
    private DyingDatabase mortal;
    private Inbox inbox;
    private int deaths;

    /**
     * @param database without an inbox
     */
    public SimulatedConsumer(long seed, Database database, EventStore store) {
        this(seed, database, store, Verdict.NEXT);
    }

    private SimulatedConsumer(long seed, Database database, EventStore store, Verdict alsoTaken) {
        this.alsoTaken = alsoTaken;
        this.chance = new Random(seed);
        this.database = database;
        this.store = store;
        this.mortal = new DyingDatabase(database);
        this.inbox = new Inbox("simulated", database);
        database.migrate(
                "simulated_consumer",
                "CREATE TABLE taken (stream TEXT PRIMARY KEY, version INTEGER NOT NULL)");
    }

    /** One that is wrong on purpose: it also takes what its inbox says to pass by. */
    public static SimulatedConsumer heedless(
            long seed, Database database, EventStore store, Verdict alsoTaken) {
        return new SimulatedConsumer(seed, database, store, alsoTaken);
    }

    /** How often the process ended. */
    public int deaths() {
        return deaths;
    }

    /** Relays some or takes some. */
    public void step() {
        if (chance.nextBoolean()) {
            relay();
        } else {
            if (chance.nextInt(6) == 0) {
                mortal.dieAfter(chance.nextInt(3), chance.nextBoolean());
            }
            take();
        }
    }

    /** All comes at last; then all must have been taken. */
    public void end() {
        for (int i = 0; i < ENOUGH && (relayed < store.end() || confirmed < topic.size()); i++) {
            step();
        }
        Map<String, Long> versions = new TreeMap<>();
        store.readAll(0, Integer.MAX_VALUE)
                .forEach(event -> versions.put(event.stream().toString(), event.version()));
        assertThat(taken()).isEqualTo(versions);
        assertThat(new Inbox("simulated", database).gaps()).isEmpty();
    }

    /** What fails is left out; what is behind it may come, and nothing of that is confirmed. */
    private void relay() {
        List<RecordedEvent> events = store.readAll(relayed, 1 + chance.nextInt(MOST));
        int failing =
                chance.nextInt(5) == 0 && !events.isEmpty() ? chance.nextInt(events.size()) : -1;
        for (int i = 0; i < events.size(); i++) {
            if (i != failing) {
                topic.add(events.get(i));
            }
        }
        boolean processEnds = chance.nextInt(8) == 0;
        if (failing < 0 && !processEnds && !events.isEmpty()) {
            relayed = events.getLast().position();
        }
    }

    private void take() {
        int until = Math.min(topic.size(), confirmed + 1 + chance.nextInt(MOST));
        try {
            for (int at = confirmed; at < until; at++) {
                take(topic.get(at));
            }
            if (chance.nextInt(5) != 0) {
                confirmed = until;
            }
        } catch (Fault dead) {
            if (!dead.code().equals("dead")) {
                throw dead;
            }
            deaths++;
            mortal = new DyingDatabase(database);
            inbox = new Inbox("simulated", mortal);
        }
    }

    private void take(RecordedEvent event) {
        String stream = event.stream().toString();
        mortal.write(connection -> {
            Verdict verdict = inbox.admit(connection, stream, event.version());
            if (verdict == Verdict.NEXT || verdict == alsoTaken) {
                long before = version(connection, stream);
                assertThat(event.version()).as("the next of %s", stream).isEqualTo(before + 1);
                put(connection, stream, event.version());
            }
            return verdict;
        });
    }

    private static long version(Connection connection, String stream) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT version FROM taken WHERE stream = ?")) {
            query.setString(1, stream);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static void put(Connection connection, String stream, long version)
            throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        INSERT INTO taken (stream, version) VALUES (?, ?)
                        ON CONFLICT (stream) DO UPDATE SET version = excluded.version
                        """)) {
            upsert.setString(1, stream);
            upsert.setLong(2, version);
            upsert.executeUpdate();
        }
    }

    private Map<String, Long> taken() {
        return database.read(connection -> {
            Map<String, Long> taken = new TreeMap<>();
            try (PreparedStatement query =
                            connection.prepareStatement("SELECT stream, version FROM taken");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    taken.put(row.getString(1), row.getLong(2));
                }
            }
            return taken;
        });
    }
}
