package dev.vitalcore.app.command;

import dev.vitalcore.app.TemporaryFolder;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.bench.events.EventBench;
import dev.vitalcore.app.bench.events.EventBenchReport;
import dev.vitalcore.app.bench.events.EventBenchReport.Store;
import dev.vitalcore.app.bench.events.RawRows;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.pulsar.PulsarEventStore;
import dev.vitalcore.pulsar.PulsarSettings;
import dev.vitalcore.sql.PostgresDatabase;
import dev.vitalcore.sql.PostgresSettings;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code bench --events} and what they do. */
final class EventsOptions {
    @Option(
            names = "--events",
            description =
                    "measures the event stores instead: appends a second, SQLite beside plain inserts")
    private boolean events;

    @Option(
            names = "--rounds",
            description =
                    "rounds of --events, of which the median counts (default: ${DEFAULT-VALUE})")
    private int rounds = 7;

    @Option(
            names = "--postgresql",
            paramLabel = "ADDRESS",
            description =
                    "with --events also an empty database: postgresql://user@host:port/database")
    private @Nullable String postgresql;

    @Option(
            names = "--pulsar",
            paramLabel = "ADDRESS",
            description =
                    "with --events also an empty topic: pulsar://host:port/tenant/namespace/topic")
    private @Nullable String pulsar;

    boolean asked() {
        return events;
    }

    EventBenchReport measure(Consumer<String> progress) throws InterruptedException {
        if (rounds < 1 || rounds > 1_000) {
            throw new WrongUsage("--rounds " + rounds + " is not usable", "give 1 to 1000");
        }
        EventBench bench = new EventBench(rounds, progress);
        List<Store> stores = new ArrayList<>();
        stores.add(sqlite(bench));
        if (postgresql != null) {
            stores.add(postgresql(bench, PostgresSettings.parse(postgresql)));
        }
        if (pulsar != null) {
            stores.add(pulsar(bench, PulsarSettings.parse(pulsar)));
        }
        return bench.report(stores);
    }

    static Table table(EventBenchReport report) {
        Table table = new Table("store", "measured", "events/s", "bare engine", "ratio");
        for (Store store : report.stores()) {
            EventBenchReport.Raw raw = store.raw();
            table.row(
                    store.name(),
                    "one by one",
                    rate(store.single()),
                    raw == null ? "" : rate(raw.single()),
                    raw == null ? "" : percent(raw.singleRatio()));
            table.row(
                    store.name(),
                    report.batch() + " an append",
                    rate(store.batched()),
                    raw == null ? "" : rate(raw.batched()),
                    raw == null ? "" : percent(raw.batchedRatio()));
            table.row(
                    store.name(),
                    "one by one, " + store.appenders() + " appenders",
                    rate(store.concurrent()),
                    "",
                    "");
        }
        return table;
    }

    private static Store sqlite(EventBench bench) throws InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create();
                Database database = SqliteDatabase.open(folder.path().resolve("store.db"));
                Database bare = SqliteDatabase.open(folder.path().resolve("bare.db"));
                EventStore store = new SqlEventStore(database, InstantSource.system())) {
            makeTables(bare);
            return bench.measure("SQLite", store, new RawRows(bare, "event"));
        } catch (IOException e) {
            throw Fault.unavailable(
                    "temporary-folder-unusable",
                    "the temporary folder cannot be removed: " + e.getMessage(),
                    "remove it by hand",
                    e);
        }
    }

    private static void makeTables(Database bare) {
        new SqlEventStore(bare, InstantSource.system()).close();
    }

    private static Store postgresql(EventBench bench, PostgresSettings settings)
            throws InterruptedException {
        try (Database database = PostgresDatabase.open(settings);
                EventStore store = new SqlEventStore(database, InstantSource.system())) {
            requireEmpty(store, "database " + settings.database());
            // Left to whoever removes the database, as the events are.
            database.migrate("event-bench", "CREATE TABLE bench_event (LIKE event INCLUDING ALL)");
            return bench.measure("PostgreSQL", store, new RawRows(database, "bench_event"));
        }
    }

    private static Store pulsar(EventBench bench, PulsarSettings settings)
            throws InterruptedException {
        try (EventStore store = PulsarEventStore.open(settings, InstantSource.system())) {
            requireEmpty(store, "topic " + settings.topic());
            return bench.measure("Pulsar", store, null);
        }
    }

    private static void requireEmpty(EventStore store, String what) {
        if (store.end() > 0) {
            throw Fault.conflict(
                    "bench-store-not-empty",
                    what + " holds " + store.end() + " events, which measuring would add to",
                    "give one that is made for the bench and removed afterwards");
        }
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }
}
