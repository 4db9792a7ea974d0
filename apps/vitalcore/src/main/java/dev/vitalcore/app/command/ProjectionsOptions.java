package dev.vitalcore.app.command;

import dev.vitalcore.app.TemporaryFolder;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.bench.projections.ProjectionBench;
import dev.vitalcore.app.bench.projections.ProjectionBenchReport;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options of {@code bench --projections} and what they do. */
final class ProjectionsOptions {
    private static final int MOST_EVENTS = 50_000_000;

    @Option(
            names = "--projections",
            description =
                    "measures a view of decisions instead: built, built anew, followed, asked; on SQLite")
    private boolean projections;

    @Option(
            names = "--stored-events",
            description =
                    "with --projections: events in the store before (default: ${DEFAULT-VALUE})")
    private int storedEvents = 1_000_000;

    boolean asked() {
        return projections;
    }

    ProjectionBenchReport measure(Consumer<String> progress) throws InterruptedException {
        if (storedEvents < 1 || storedEvents > MOST_EVENTS) {
            throw new WrongUsage(
                    "--stored-events " + storedEvents + " is not usable", "give 1 to 50000000");
        }
        try (TemporaryFolder folder = TemporaryFolder.create();
                Database database = SqliteDatabase.open(folder.path().resolve("events.db"));
                EventStore store = new SqlEventStore(database, InstantSource.system())) {
            return new ProjectionBench(storedEvents, progress).measure(database, store);
        } catch (IOException e) {
            throw Fault.unavailable(
                    "temporary-folder-unusable",
                    "the temporary folder cannot be removed: " + e.getMessage(),
                    "remove it by hand",
                    e);
        }
    }

    static Table table(ProjectionBenchReport report) {
        Table table = new Table("measured", "value", "unit");
        row(table, "events in the store", "%,.0f", report.events(), "");
        row(table, "view built at the first start", "%,.0f", report.build(), "events/s");
        row(table, "view built anew beside it", "%,.0f", report.rebuild(), "events/s");
        row(table, "appended and followed", "%,.0f", report.following(), "events/s");
        row(table, "append until visible, median", "%.1f", report.visibleMillis(), "ms");
        row(table, "one row asked for, median", "%.0f", report.query(), "µs");
        return table;
    }

    private static void row(Table table, String what, String format, double value, String unit) {
        table.row(what, String.format(Locale.ROOT, format, value), unit);
    }
}
