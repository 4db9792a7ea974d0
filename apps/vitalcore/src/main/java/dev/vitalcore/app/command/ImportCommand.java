package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes recordings into the running platform; returns when they are durable. */
@Command(
        name = "import",
        description = "Feeds recordings into the running platform as fast as it goes.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private FeedOptions feed;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public ImportCommand() {}

    @Override
    public Integer call() {
        boolean allTaken =
                feed.run("max", spec.commandLine().getOut(), spec.commandLine().getErr());
        return allTaken ? ExitCodes.DONE : ExitCodes.UNUSABLE_INPUT;
    }
}
