package dev.vitalcore.app.command;

import dev.vitalcore.app.TemporaryFolder;
import dev.vitalcore.app.bench.events.EventBench.Contender;
import dev.vitalcore.app.bench.events.RawRows;
import dev.vitalcore.app.bench.events.RecallBench;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.pulsar.PulsarEventStore;
import dev.vitalcore.pulsar.PulsarSettings;
import dev.vitalcore.sql.PostgresDatabase;
import dev.vitalcore.sql.PostgresSettings;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import dev.vitalcore.sql.events.SqlSnapshots;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The event stores that the bench measures, open at the same time; closed last first. */
final class Contenders implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Contender> all = new ArrayList<>();
    private final Path folder = opened(TemporaryFolder.create()).path();

    List<Contender> all() {
        return all;
    }

    /** In files of a folder that goes with this. */
    void addSqlite() {
        Database database = opened(SqliteDatabase.open(folder.resolve("store.db")));
        Database bare = opened(SqliteDatabase.open(folder.resolve("bare.db")));
        new SqlEventStore(bare, InstantSource.system()).close(); // for its tables
        add("SQLite", new SqlEventStore(database, InstantSource.system()), bare, "event");
    }

    /**
     * @throws Fault (conflict) when the database holds events already
     */
    void addPostgres(PostgresSettings settings) {
        Database database = opened(PostgresDatabase.open(settings));
        EventStore store = new SqlEventStore(database, InstantSource.system());
        requireEmpty(store, "database " + settings.where());
        // Left to whoever removes the database, as the events are.
        database.migrate("event-bench", "CREATE TABLE bench_event (LIKE event INCLUDING ALL)");
        add("PostgreSQL", store, database, "bench_event");
    }

    /**
     * @throws Fault (conflict) when the topic holds events already
     */
    void addPulsar(PulsarSettings settings) {
        EventStore store = opened(PulsarEventStore.open(settings, InstantSource.system()));
        requireEmpty(store, "topic " + settings.where());
        all.add(new Contender("Pulsar", store, null));
    }

    /** On SQLite. */
    RecallBench recall(int rounds) {
        Database database = opened(SqliteDatabase.open(folder.resolve("recall.db")));
        EventStore store = opened(new SqlEventStore(database, InstantSource.system()));
        return new RecallBench(store, new SqlSnapshots(database), rounds);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable one = opened.pop();
            try {
                one.close();
            } catch (Exception e) {
                throw Fault.unavailable(
                        "bench-not-closed",
                        one.getClass().getSimpleName() + " cannot be closed: " + e.getMessage(),
                        "remove " + folder + " by hand",
                        e);
            }
        }
    }

    private void add(String name, EventStore store, Database bare, String table) {
        all.add(new Contender(name, opened(store), new RawRows(bare, table)));
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.push(one);
        return one;
    }

    private static void requireEmpty(EventStore store, String what) {
        if (store.end() > 0) {
            throw Fault.conflict(
                    "bench-store-not-empty",
                    what + " holds " + store.end() + " events, which measuring would add to",
                    "give one that is made for the bench and removed afterwards");
        }
    }
}
