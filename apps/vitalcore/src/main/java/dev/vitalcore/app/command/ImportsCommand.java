package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.feed.RecordingImport;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.StepProgress.State;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists imports, and ends one that was stopped. */
@Command(
        name = "imports",
        description = "Lists imports of this user: what came of them, and which can be resumed.",
        mixinStandardHelpOptions = true)
public final class ImportsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Output output;
    @Mixin private JobsOption jobs;

    @Option(
            names = "--cancel",
            paramLabel = "JOB",
            description = "ends an import that was stopped; what arrived is kept")
    private @Nullable String cancel;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public ImportsCommand() {}

    /** What is printed as JSON. */
    record Listed(
            String job,
            String session,
            String phase,
            int done,
            int failed,
            int steps,
            String last,
            List<String> reasons) {
        static Listed of(SagaView view) {
            return new Listed(
                    view.saga().id(),
                    view.data().getOrDefault("session", ""),
                    view.phase().name().toLowerCase(Locale.ROOT),
                    count(view, State.DONE),
                    count(view, State.FAILED),
                    view.steps().size(),
                    EpochNanos.toInstant(view.lastNanos()).toString(),
                    view.steps().stream()
                            .map(step -> step.progress().reason())
                            .filter(reason -> !reason.isEmpty())
                            .toList());
        }

        private static int count(SagaView view, State state) {
            return (int)
                    view.steps().stream().filter(step -> step.progress().state() == state).count();
        }
    }

    @Override
    public Integer call() {
        RecordingImport imports = new RecordingImport(jobs.folder());
        List<SagaView> views =
                cancel == null
                        ? imports.list()
                        : List.of(imports.cancel(cancel, "vitalcore imports"));
        List<Listed> listed = views.stream().map(Listed::of).toList();
        output.print(spec.commandLine().getOut(), listed, () -> table(listed));
        return ExitCodes.DONE;
    }

    private static Table table(List<Listed> listed) {
        Table table = new Table("job", "session", "phase", "done", "failed", "last");
        for (Listed line : listed) {
            table.row(
                    line.job(),
                    line.session(),
                    line.phase(),
                    line.done() + " of " + line.steps(),
                    Integer.toString(line.failed()),
                    line.last());
        }
        return table;
    }
}
