package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.TrackFile;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the laps of a recording without any server, with the very code of the speed layer. */
@Command(
        name = "laps",
        description = "Finds the laps of a recording, without a server.",
        mixinStandardHelpOptions = true)
public final class LapsCommand implements Callable<Integer> {
    private static final EntryId ENTRY = new EntryId(new SessionId("file"), "car");
    private static final SourceId SOURCE = new SourceId("file");
    private static final long BLOCK_NANOS = 100_000_000L;

    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Parameters(paramLabel = "FILE", description = "the recording")
    private Path file;

    @Option(
            names = "--track",
            paramLabel = "FILE",
            description = "gates to use instead of the recording's own (docs/track-file.md)")
    private @Nullable Path track;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public LapsCommand() {}

    @Override
    public Integer call() {
        try (Recording opened = Recordings.open(file)) {
            Recording recording =
                    track == null ? opened : opened.withGates(TrackFile.read(track).gates());
            UpToDamage blocks = new UpToDamage(recording.blocks(SOURCE, ENTRY, BLOCK_NANOS));
            print(Heading.of(recording), report(recording, blocks));
            blocks.throwDamage();
        }
        return ExitCodes.DONE;
    }

    private void print(String heading, LapsReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.forHumans()) {
            out.printf("%s%n%n", heading);
        }
        if (!output.forHumans()) {
            output.print(out, report, () -> LapsTable.whole(report.laps()));
        } else if (!report.laps().isEmpty()) {
            output.print(out, report, () -> LapsTable.forHumans(report.laps()));
        }
        output.notes(spec.commandLine()).ifPresent(notes -> printTail(notes, report));
    }

    private static void printTail(PrintWriter out, LapsReport report) {
        if (report.laps().isEmpty()) {
            out.println("no laps");
        }
        report.warnings().forEach(text -> out.println("warning: " + text));
        out.flush();
    }

    private LapsReport report(Recording recording, Iterator<TelemetryBlock> blocks) {
        EntryTiming timing = new EntryTiming();
        LapBook book = new LapBook();
        long first = Long.MAX_VALUE;
        while (blocks.hasNext()) {
            TelemetryBlock block = blocks.next();
            first = Math.min(first, block.firstNanos());
            for (TimingEvent event : timing.accept(block)) {
                book.apply(event);
            }
        }
        return LapsReport.of(file, recording, book, first);
    }
}
