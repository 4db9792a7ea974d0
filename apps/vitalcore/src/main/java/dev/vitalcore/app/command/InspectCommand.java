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
import java.util.stream.Collectors;
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
    private static final int MOST_NAMES = 8;

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
     * @param group the number of its rate group
     */
    record Channel(
            String name,
            String unit,
            String originalName,
            String originalUnit,
            @Nullable Double rateHz,
            long samples,
            @Nullable Double minimum,
            @Nullable Double maximum,
            int group) {}

    /** A stretch without rows in a rate group, seconds since the first sample. */
    record Hole(int group, double fromS, double lengthS) {}

    /**
     * What is there.
     *
     * @param holes the first ones
     * @param holesTotal how many there are in all
     */
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
            int holesTotal,
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
        output.print(out, report, () -> table(report, output.forHumans() ? "–" : ""));
        output.notes(spec.commandLine()).ifPresent(notes -> printTail(notes, report));
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
        report.holes().stream()
                .map(Hole::group)
                .distinct()
                .sorted()
                .forEach(group -> out.println("rate group " + group + ": " + names(report, group)));
        for (Hole hole : report.holes()) {
            out.printf(
                    Locale.ROOT,
                    "hole in rate group %d: %.3f s without rows from %.3f s%n",
                    hole.group(),
                    hole.lengthS(),
                    hole.fromS());
        }
        int more = report.holesTotal() - report.holes().size();
        if (more > 0) {
            out.println("and " + Count.of(more, "more hole"));
        }
        report.warnings().forEach(text -> out.println("warning: " + text));
        out.flush();
    }

    /** E.g. {@code speed, rpm and 7 more channels}. */
    private static String names(Report report, int group) {
        List<String> all =
                report.channels().stream()
                        .filter(channel -> channel.group() == group)
                        .map(Channel::name)
                        .toList();
        int more = all.size() - MOST_NAMES;
        return all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Count.of(more, "more channel") : "");
    }

    /**
     * @param absent stands where there is no number
     */
    private static Table table(Report report, String absent) {
        Table table =
                new Table(
                        "channel",
                        "unit",
                        "rate_hz",
                        "samples",
                        "minimum",
                        "maximum",
                        "original",
                        "original_unit",
                        "group");
        for (Channel channel : report.channels()) {
            table.row(
                    channel.name(),
                    channel.unit(),
                    number(channel.rateHz(), absent),
                    Long.toString(channel.samples()),
                    number(channel.minimum(), absent),
                    number(channel.maximum(), absent),
                    channel.originalName(),
                    channel.originalUnit(),
                    Integer.toString(channel.group()));
        }
        return table;
    }

    private static String number(@Nullable Double value, String absent) {
        if (value == null) {
            return absent;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString(value.longValue())
                : String.format(Locale.ROOT, "%.6g", value);
    }

    static String instant(long nanos) {
        return EpochNanos.toInstant(nanos).toString();
    }
}
