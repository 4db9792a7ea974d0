package dev.vitalcore.app.command;

import dev.vitalcore.app.Count;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EpochNanos;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a recording holds. */
@Command(
        name = "inspect",
        description = "Channels, rates, units and holes of a recording.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Parameters(paramLabel = "FILE", description = "the recording")
    private Path file;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public InspectCommand() {}

    /**
     * A channel as found.
     *
     * @param rateHz nominal; null where rows come irregularly
     * @param samples absent values are not counted
     * @param minimum null where there is no sample
     */
    record Channel(
            String name,
            String unit,
            String originalName,
            String originalUnit,
            @Nullable Double rateHz,
            long samples,
            @Nullable Double minimum,
            @Nullable Double maximum) {}

    /** A stretch without rows in a rate group, seconds since the first sample. */
    record Hole(int group, double fromS, double lengthS) {}

    record Report(
            String file,
            String format,
            String title,
            String car,
            @Nullable String track,
            @Nullable String driver,
            String start,
            double durationS,
            long samples,
            List<Channel> channels,
            List<Hole> holes,
            List<String> warnings) {}

    @Override
    public Integer call() {
        try (Recording recording = Recordings.open(file)) {
            UpToDamage blocks = Inspection.blocks(recording);
            print(Heading.of(recording), new Inspection(recording).report(file, blocks));
            blocks.throwDamage();
        }
        return ExitCodes.DONE;
    }

    private void print(String heading, Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.forHumans()) {
            out.println(heading);
            printHead(out, report);
        }
        output.print(out, report, () -> table(report));
        if (output.forHumans()) {
            printTail(out, report);
        }
    }

    private static void printHead(PrintWriter out, Report report) {
        out.printf(
                Locale.ROOT,
                "starts %s, lasts %.3f s, %s%n%n",
                report.start(),
                report.durationS(),
                Count.of(report.samples(), "sample"));
    }

    private static void printTail(PrintWriter out, Report report) {
        for (Hole hole : report.holes()) {
            out.printf(
                    Locale.ROOT,
                    "hole in rate group %d: %.3f s without rows from %.3f s%n",
                    hole.group(),
                    hole.lengthS(),
                    hole.fromS());
        }
        report.warnings().forEach(text -> out.println("warning: " + text));
        out.flush();
    }

    private static Table table(Report report) {
        Table table =
                new Table(
                        "channel",
                        "unit",
                        "rate_hz",
                        "samples",
                        "minimum",
                        "maximum",
                        "original",
                        "original_unit");
        for (Channel channel : report.channels()) {
            table.row(
                    channel.name(),
                    channel.unit(),
                    number(channel.rateHz()),
                    Long.toString(channel.samples()),
                    number(channel.minimum()),
                    number(channel.maximum()),
                    channel.originalName(),
                    channel.originalUnit());
        }
        return table;
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString(value.longValue())
                : String.format(Locale.ROOT, "%.6g", value);
    }

    static String instant(long nanos) {
        return EpochNanos.toInstant(nanos).toString();
    }
}
