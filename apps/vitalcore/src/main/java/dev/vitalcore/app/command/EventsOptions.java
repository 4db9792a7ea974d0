package dev.vitalcore.app.command;

import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.bench.events.EventBench;
import dev.vitalcore.app.bench.events.EventBenchReport;
import dev.vitalcore.app.bench.events.EventBenchReport.Recall;
import dev.vitalcore.app.bench.events.EventBenchReport.Store;
import dev.vitalcore.pulsar.PulsarSettings;
import dev.vitalcore.sql.PostgresSettings;
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
                    "measures the event stores instead: appends a second by turns with plain inserts,"
                            + " both forced to the disk; and what snapshots save")
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
        try (Contenders contenders = new Contenders()) {
            contenders.addSqlite();
            if (postgresql != null) {
                contenders.addPostgres(PostgresSettings.parse(postgresql));
            }
            if (pulsar != null) {
                contenders.addPulsar(PulsarSettings.parse(pulsar));
            }
            EventBench bench = new EventBench(rounds, progress);
            List<Store> stores = bench.measure(contenders.all());
            progress.accept("states of long sessions …");
            return bench.report(stores, contenders.recall(rounds).measure());
        }
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
        for (Recall state : report.states()) {
            String what = "state after " + String.format(Locale.ROOT, "%,d", state.decisions());
            table.row("SQLite", what + " decisions, folded", millis(state.folded()), "", "");
            table.row("SQLite", what + " decisions, snapshot", millis(state.recalled()), "", "");
        }
        return table;
    }

    private static String millis(double time) {
        return String.format(Locale.ROOT, "%.1f ms", time);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }
}
