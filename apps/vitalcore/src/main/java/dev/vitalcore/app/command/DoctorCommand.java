package dev.vitalcore.app.command;

import dev.vitalcore.app.DataDirectory;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.Reason;
import dev.vitalcore.kernel.Fault;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine has, and what is missing for running, building and testing. */
@Command(
        name = "doctor",
        description = "Says what is missing on this machine for running, building and testing.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private static final long GIB = 1L << 30;
    private static final long NEEDED_MEMORY = 2 * GIB;
    private static final long NEEDED_DISK = 2 * GIB;
    private static final Set<Verdict> PREVENTS = EnumSet.of(Verdict.BUSY, Verdict.MISSING);

    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Option(
            names = "--port",
            description = "the port that the platform is to use (default: ${DEFAULT-VALUE})")
    private int port = UpCommand.DEFAULT_PORT;

    @Option(names = "--data", description = "the data directory (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(UpCommand.DEFAULT_DATA);

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public DoctorCommand() {}

    /** How bad a finding is. */
    enum Verdict {
        OK,
        /** Only building or testing needs it. */
        OPTIONAL,
        /** A running program has it. */
        BUSY,
        MISSING
    }

    record Finding(String check, Verdict verdict, String found, String remedy) {}

    record Report(List<Finding> findings) {}

    @Override
    public Integer call() {
        PlatformSettings.requirePort(port);
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(disk());
        findings.add(freePort());
        findings.add(dataDirectory());
        findings.add(program("mvn", "builds the program", "apt-get install maven"));
        findings.add(program("chromium", "browser tests", "apt-get install chromium"));
        findings.add(program("node", "type checks of the page", "apt-get install nodejs npm"));
        Report report = new Report(findings);
        output.print(spec.commandLine().getOut(), report, () -> table(findings));
        boolean ready = findings.stream().map(Finding::verdict).noneMatch(PREVENTS::contains);
        return ready ? ExitCodes.DONE : ExitCodes.UNAVAILABLE;
    }

    private static Table table(List<Finding> findings) {
        Table table = new Table("check", "verdict", "found", "remedy");
        for (Finding finding : findings) {
            table.row(
                    finding.check(),
                    finding.verdict().name().toLowerCase(Locale.ROOT),
                    finding.found(),
                    finding.remedy());
        }
        return table;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return version >= 25
                ? ok("Java", "version " + version)
                : new Finding(
                        "Java",
                        Verdict.OPTIONAL,
                        "version " + version + ": works, starts slowly",
                        "install JDK 25 for the start-up cache");
    }

    private static Finding memory() {
        long total =
                ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize();
        return total >= NEEDED_MEMORY
                ? ok("memory", gib(total))
                : new Finding(
                        "memory",
                        Verdict.MISSING,
                        gib(total),
                        "the platform needs about " + gib(NEEDED_MEMORY));
    }

    private Finding disk() {
        Path existing = nearestExisting();
        long free = existing.toFile().getUsableSpace();
        return free >= NEEDED_DISK
                ? ok("free disk", gib(free))
                : new Finding(
                        "free disk",
                        Verdict.MISSING,
                        gib(free) + " at " + existing,
                        "make room for at least " + gib(NEEDED_DISK) + " or use --data");
    }

    private Finding freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return ok("port", port + " is free");
        } catch (IOException busy) {
            return new Finding(
                    "port",
                    Verdict.BUSY,
                    port + " is in use",
                    "stop the other program or choose another with --port");
        }
    }

    private Finding dataDirectory() {
        if (!Files.exists(data)) {
            return futureDirectory();
        }
        try (DataDirectory directory = DataDirectory.open(data)) {
            return ok("data directory", directory.path() + " is usable");
        } catch (Fault fault) {
            Verdict verdict =
                    fault.code().equals("data-directory-in-use") ? Verdict.BUSY : Verdict.MISSING;
            return new Finding("data directory", verdict, fault.text(), fault.remedy());
        }
    }

    /** Permissions do not tell all (read-only disks, /proc), so a folder is made and taken away. */
    private Finding futureDirectory() {
        Path parent = nearestExisting();
        try {
            Files.delete(Files.createTempDirectory(parent, ".vitalcore-doctor"));
            return ok("data directory", data + " will be made");
        } catch (IOException problem) {
            String why =
                    Files.isDirectory(parent)
                            ? "nothing can be made in " + parent + ": " + Reason.of(problem)
                            : parent + " is a file, not a directory";
            return new Finding(
                    "data directory",
                    Verdict.MISSING,
                    data + " cannot be made: " + why,
                    "choose a writable directory with --data");
        }
    }

    /** The data directory, or the folder above it that is there. */
    private Path nearestExisting() {
        Path existing = data.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static Finding program(String name, String use, String remedy) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return ok(name, Path.of(folder, name).toString());
            }
        }
        return new Finding(name, Verdict.OPTIONAL, "absent; only " + use + " needs it", remedy);
    }

    private static Finding ok(String check, String found) {
        return new Finding(check, Verdict.OK, found, "");
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
    }
}
