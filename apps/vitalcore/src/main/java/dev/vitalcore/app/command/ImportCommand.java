package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.feed.ImportFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes recordings into the running platform; returns when they are durable. */
@Command(
        name = "import",
        description = {
            "Feeds recordings into the running platform as fast as it goes, one after the other; one",
            "that is damaged does not stop the others. What was stopped or killed is resumed."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private FeedOptions feed;
    @Mixin private JobsOption jobs;

    @Option(
            names = "--resume",
            paramLabel = "JOB",
            description = "go on with an import that was stopped ('vitalcore imports' lists them)")
    private @Nullable String resume;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public ImportCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ImportFolder folder = jobs.folder();
        boolean allTaken =
                resume == null
                        ? feed.startImport(folder, out, err)
                        : feed.resumeImport(resume, folder, out, err);
        return allTaken ? ExitCodes.DONE : ExitCodes.UNUSABLE_INPUT;
    }
}
