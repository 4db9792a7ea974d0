package dev.vitalcore.app.command;

import dev.vitalcore.app.EventStorePlace;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.OpenEventStore;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.events.ChainAudit.Finding;
import dev.vitalcore.platform.events.Seal;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads every decision of a data directory and follows the chains of hashes through them. */
@Command(
        name = "verify",
        description = {
            "Reads every decision and looks whether it is what was once recorded. A platform may run",
            "on the directory meanwhile. Note the seal somewhere else: given back with --seal, it shows",
            "a change even where somebody made all hashes anew."
        },
        mixinStandardHelpOptions = true)
public final class AuditVerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Option(names = "--data", description = "the data directory (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(UpCommand.DEFAULT_DATA);

    @Mixin private EventStoreOption eventStore;

    @Option(
            names = "--seal",
            paramLabel = "POSITION:DIGEST",
            description = "a seal that was noted earlier")
    private @Nullable String seal;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public AuditVerifyCommand() {}

    /** What is printed as JSON. */
    record Verified(
            boolean intact, long position, int streams, String seal, List<Finding> findings) {}

    @Override
    public Integer call() {
        ChainAudit.Report report = report(expected());
        boolean intact = report.findings().isEmpty();
        output.print(
                spec.commandLine().getOut(),
                new Verified(
                        intact,
                        report.position(),
                        report.streams(),
                        report.seal().toString(),
                        report.findings()),
                () -> table(report));
        return intact ? ExitCodes.DONE : ExitCodes.CONFLICT;
    }

    private ChainAudit.Report report(Optional<Seal> expected) {
        EventStorePlace place = eventStore.place();
        try (OpenEventStore store = OpenEventStore.open(place, this::inDirectory)) {
            if (isNew(place, store) && expected.isEmpty()) {
                throw noDecisions(
                        "at " + place.where(), "name the event store that the platform has");
            }
            return ChainAudit.of(store.events(), expected);
        }
    }

    /** One that was opened just now by mistake, rather than found. */
    private static boolean isNew(EventStorePlace place, OpenEventStore store) {
        return !place.equals(EventStorePlace.inDirectory()) && store.events().end() == 0;
    }

    private Database inDirectory() {
        Path file = data.resolve("events.db");
        if (!Files.isRegularFile(file)) {
            throw noDecisions(
                    "in " + data,
                    "name the data directory with --data; a platform makes it at its first start");
        }
        return SqliteDatabase.open(file);
    }

    private static Fault noDecisions(String where, String remedy) {
        return Fault.user("no-decisions", "there are no decisions " + where, remedy);
    }

    private Optional<Seal> expected() {
        try {
            return Optional.ofNullable(seal).map(Seal::parse);
        } catch (IllegalArgumentException unusable) {
            throw new WrongUsage(
                    "--seal: " + unusable.getMessage(), "copy the seal that verify printed");
        }
    }

    private static Table table(ChainAudit.Report report) {
        Table table = new Table("position", "what");
        for (Finding finding : report.findings()) {
            table.row(Long.toString(finding.position()), finding.what());
        }
        table.row(
                Long.toString(report.position()),
                report.findings().isEmpty()
                        ? "all as recorded: " + report.streams() + " streams"
                        : report.findings().size() + " places are not as recorded");
        table.row("seal", report.seal().toString());
        return table;
    }
}
