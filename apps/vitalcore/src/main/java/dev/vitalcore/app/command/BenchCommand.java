package dev.vitalcore.app.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.bench.Bench;
import dev.vitalcore.app.bench.BenchReport;
import dev.vitalcore.app.bench.LoadSettings;
import dev.vitalcore.app.bench.QueryReport;
import dev.vitalcore.app.bench.events.EventBenchReport;
import dev.vitalcore.app.bench.projections.ProjectionBenchReport;
import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the platform on this machine. */
@Command(
        name = "bench",
        description =
                "Measures this machine: load through HTTP, ingest, Kafka, Flink, store and a live client;"
                        + " or, with --projections, a view of decisions; or, with --events, the event stores.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Output output;
    @Mixin private ProjectionsOptions projections;
    @Mixin private EventsOptions events;

    @Option(names = "--cars", description = "cars on track (default: ${DEFAULT-VALUE})")
    private int cars = 20;

    @Option(names = "--channels", description = "channels a car (default: ${DEFAULT-VALUE})")
    private int channels = 200;

    @Option(
            names = "--rate",
            paramLabel = "HZ|max",
            description =
                    "samples a second a channel; max finds what is sustained (default: ${DEFAULT-VALUE})")
    private String rate = "100";

    @Option(names = "--seconds", description = "how long (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description =
                    "load before that, which is not measured; 0 for none (default: ${DEFAULT-VALUE})")
    private int warmUpSeconds = 60;

    @Option(
            names = "--block-ms",
            description = "event time that a block covers (default: ${DEFAULT-VALUE})")
    private int blockMillis = 50;

    @Option(
            names = "--data",
            description =
                    "a new folder for the data, kept afterwards (default: one that is removed)")
    private @Nullable Path data;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public BenchCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (projections.asked()) {
            ProjectionBenchReport views = projections.measure(this::tell);
            output.print(spec.commandLine().getOut(), views, () -> ProjectionsOptions.table(views));
            return ExitCodes.DONE;
        }
        if (events.asked()) {
            EventBenchReport stores = events.measure(this::tell);
            output.print(spec.commandLine().getOut(), stores, () -> EventsOptions.table(stores));
            return ExitCodes.DONE;
        }
        LoadSettings load = load();
        PlatformSettings settings =
                data != null ? PlatformSettings.of(data, 0) : PlatformSettings.temporary(0);
        Measured report;
        try (Platform platform = Platform.start(settings)) {
            Bench bench = new Bench(platform, this::tell);
            report = measure(bench, load);
        }
        output.print(spec.commandLine().getOut(), report, () -> table(report));
        boolean whole = report.load().lost() == 0 && report.load().duplicated() == 0;
        return whole && report.queries() != null ? ExitCodes.DONE : ExitCodes.BUG;
    }

    private void tell(String text) {
        spec.commandLine().getErr().println(text);
    }

    /**
     * What the command prints.
     *
     * @param queries null where they failed; what was measured before is not lost by that
     */
    record Measured(@JsonUnwrapped BenchReport load, @Nullable QueryReport queries) {}

    private LoadSettings load() {
        return new LoadSettings(
                cars,
                channels,
                findsSustained() ? 100 : hertz(),
                Duration.ofSeconds(seconds),
                Duration.ofMillis(blockMillis));
    }

    private boolean findsSustained() {
        return rate.equals("max");
    }

    private Measured measure(Bench bench, LoadSettings settings) throws InterruptedException {
        if (warmUpSeconds > 0) {
            bench.warmUp(settings, Duration.ofSeconds(warmUpSeconds));
        }
        BenchReport load = findsSustained() ? bench.findSustained(settings) : bench.run(settings);
        try {
            return new Measured(load, bench.queries(settings));
        } catch (Fault failed) {
            tell("the queries failed: " + failed.text());
            return new Measured(load, null);
        }
    }

    private double hertz() {
        try {
            return Double.parseDouble(rate);
        } catch (NumberFormatException notNumber) {
            throw new WrongUsage(
                    "--rate " + rate + " is not usable", "give samples a second a channel, or max");
        }
    }

    private static Table table(Measured measured) {
        BenchReport report = measured.load();
        QueryReport queries = measured.queries();
        Table table = new Table("measured", "value", "unit");
        row(table, "samples sustained", "%,d", report.samplesPerS(), "1/s");
        row(table, "sample to live client, p50", "%.1f", report.latencyMs().p50(), "ms");
        row(table, "sample to live client, p99", "%.1f", report.latencyMs().p99(), "ms");
        row(table, "sample to live client, p99.9", "%.1f", report.latencyMs().p999(), "ms");
        row(table, "lost", "%d", report.lost(), "samples");
        row(table, "duplicated", "%d", report.duplicated(), "samples");
        row(table, "backlog growing", "%s", report.backlogGrowing() ? "yes" : "no", "");
        row(table, "worked off after the end", "%.1f", report.drainS(), "s");
        row(table, "resident memory", "%d", report.rssMb(), "MiB");
        row(table, "processors used", "%.2f", report.cpuCores(), "cores");
        row(table, "on disk", "%.2f", report.diskBytesPerSample(), "bytes a sample");
        if (queries != null) {
            rows(table, queries);
        }
        return table;
    }

    private static void rows(Table table, QueryReport queries) {
        row(table, "one channel of one lap, p95", "%.1f", queries.seriesByTime().p95(), "ms");
        row(table, "the same by distance, p95", "%.1f", queries.seriesByDistance().p95(), "ms");
        row(table, "two laps compared, p95", "%.1f", queries.overlay().p95(), "ms");
        row(table, "two laps compared, first time", "%.1f", queries.overlay().first(), "ms");
    }

    private static void row(Table table, String what, String format, Object value, String unit) {
        table.row(what, String.format(Locale.ROOT, format, value), unit);
    }
}
