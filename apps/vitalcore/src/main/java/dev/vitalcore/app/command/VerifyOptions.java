package dev.vitalcore.app.command;

import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.verify.Difference;
import dev.vitalcore.app.verify.Verdict;
import dev.vitalcore.app.verify.Verification;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay --verify}: whether a stored session comes out the same when it is played again. */
final class VerifyOptions {
    private static final int SHOWN = 600;

    @Mixin private Output output;

    @Option(
            names = "--verify",
            paramLabel = "SESSION",
            description = "a stored session to play again; no platform may run on its data")
    private @Nullable String session;

    @Option(
            names = "--data",
            description =
                    "with --verify: the data directory, only read (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(UpCommand.DEFAULT_DATA);

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    VerifyOptions() {}

    boolean asked() {
        return session != null;
    }

    /** What is printed as JSON. */
    record Verified(
            String session, boolean identical, List<Row> parts, @Nullable Difference difference) {}

    /** A line of the table. */
    record Row(
            String part,
            long stored,
            long replayed,
            String storedHash,
            String replayedHash,
            boolean identical) {
        static Row of(Verdict verdict) {
            return new Row(
                    verdict.part(),
                    verdict.stored(),
                    verdict.replayed(),
                    verdict.storedHash(),
                    verdict.replayedHash(),
                    verdict.identical());
        }
    }

    /** Compares and prints; true where all is identical. */
    boolean run(CommandLine command) {
        SessionId id = sessionId();
        if (output.forHumans()) {
            command.getErr().println("playing session " + id + " again …");
            command.getErr().flush();
        }
        List<Verdict> verdicts = new Verification(id, InstantSource.system()).of(data);
        Optional<Difference> first =
                verdicts.stream().flatMap(verdict -> verdict.difference().stream()).findFirst();
        List<Row> rows = verdicts.stream().map(Row::of).toList();
        output.print(
                command.getOut(),
                new Verified(id.value(), first.isEmpty(), rows, first.orElse(null)),
                () -> table(rows));
        output.notes(command).ifPresent(notes -> tell(notes, first));
        return first.isEmpty();
    }

    private SessionId sessionId() {
        try {
            return new SessionId(String.valueOf(session));
        } catch (IllegalArgumentException unusable) {
            throw new WrongUsage(
                    "--verify: " + unusable.getMessage(), "name the session as GET /sessions does");
        }
    }

    private static Table table(List<Row> rows) {
        Table table = new Table("part", "stored", "replayed", "hash stored", "replayed", "verdict");
        for (Row row : rows) {
            table.row(
                    row.part(),
                    Long.toString(row.stored()),
                    Long.toString(row.replayed()),
                    row.storedHash(),
                    row.replayedHash(),
                    row.identical() ? "identical" : "DIFFERENT");
        }
        return table;
    }

    private static void tell(PrintWriter notes, Optional<Difference> first) {
        first.ifPresent(difference -> {
            notes.printf(
                    "%nthe first difference is in %s, %s%n", difference.part(), difference.about());
            notes.println("  stored:   " + Text.abbreviate(difference.stored(), SHOWN));
            notes.println("  replayed: " + Text.abbreviate(difference.replayed(), SHOWN));
        });
        notes.flush();
    }
}
