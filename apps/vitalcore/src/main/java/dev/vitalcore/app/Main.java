package dev.vitalcore.app;

import dev.vitalcore.app.command.AuditCommand;
import dev.vitalcore.app.command.BenchCommand;
import dev.vitalcore.app.command.DemoCommand;
import dev.vitalcore.app.command.DoctorCommand;
import dev.vitalcore.app.command.ExportCommand;
import dev.vitalcore.app.command.ImportCommand;
import dev.vitalcore.app.command.ImportsCommand;
import dev.vitalcore.app.command.InspectCommand;
import dev.vitalcore.app.command.LapsCommand;
import dev.vitalcore.app.command.RehearseCommand;
import dev.vitalcore.app.command.ReplayCommand;
import dev.vitalcore.app.command.UpCommand;
import dev.vitalcore.kernel.Fault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code vitalcore} program. Exit codes: see {@link ExitCodes}. */
@Command(
        name = "vitalcore",
        description = "Race telemetry: recordings and live data in, right laps out.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            ImportsCommand.class,
            ExportCommand.class,
            LapsCommand.class,
            InspectCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            RehearseCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a bug in VitalCORE; of bench: samples were lost or doubled",
            "2:the command line cannot be meant so",
            "65:the input is not usable",
            "69:something needed is not there now; trying again may help",
            "73:the request contradicts the present state"
        },
        footer = {"", "./vitalcore test builds everything and passes every test."})
public final class Main implements Runnable {
    @Spec private CommandSpec spec;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report);
    }

    /** Without a command: says which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int report(Exception problem, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        return switch (problem) {
            case WrongUsage wrong -> {
                print(err, wrong.text(), wrong.remedy());
                yield ExitCodes.USAGE;
            }
            case Fault fault -> {
                print(err, fault.text(), fault.remedy());
                yield ExitCodes.of(fault.kind());
            }
            default -> {
                err.println("vitalcore: this is a bug, please report it with the lines below");
                problem.printStackTrace(err);
                yield ExitCodes.BUG;
            }
        };
    }

    private static void print(PrintWriter err, String text, String remedy) {
        err.println("vitalcore: " + text);
        err.println("  " + remedy);
    }

    /** Reads the version from the manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"vitalcore " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
