package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays recordings on the running platform as if the cars were on track now. */
@Command(
        name = "replay",
        description = {
            "Feeds recordings through the live path of the running platform, all on one clock.",
            "With --verify: plays a stored session of a stopped platform again, in a temporary place,",
            "and compares laps, events and views with what is stored (docs/temporal.md)."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private FeedOptions feed;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "a multiple of real time, or max (default: ${DEFAULT-VALUE})")
    private String speed = "1";

    @Mixin private VerifyOptions verify;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public ReplayCommand() {}

    @Override
    public Integer call() {
        if (verify.asked()) {
            feed.requireNoRecordings("--verify");
            return verify.run(spec.commandLine()) ? ExitCodes.DONE : ExitCodes.CONFLICT;
        }
        boolean allTaken =
                feed.replay(speed, spec.commandLine().getOut(), spec.commandLine().getErr());
        return allTaken ? ExitCodes.DONE : ExitCodes.UNUSABLE_INPUT;
    }
}
