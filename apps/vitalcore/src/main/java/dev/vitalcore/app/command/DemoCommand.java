package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.demo.DemoDrive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The platform with a generated car on track. */
@Command(
        name = "demo",
        description = "Runs the platform with a generated car on track and prints the address.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            description = "where the page is (default: ${DEFAULT-VALUE}; 0: any free one)")
    private int port = UpCommand.DEFAULT_PORT;

    @Option(
            names = "--data",
            description = "where everything is kept (default: a new folder that is removed)")
    private @Nullable Path data;

    @Option(names = "--seed", description = "the same seed gives the same drive (default: 1)")
    private long seed = 1;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public DemoCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Platform platform = Platform.start(settings());
                DemoDrive drive = DemoDrive.start(platform.address(), seed)) {
            UpCommand.announce(out, platform);
            out.println(
                    "a car is on track: "
                            + platform.address().resolve("/#/session/" + drive.session()));
            out.flush();
            platform.awaitStop();
        }
        return ExitCodes.DONE;
    }

    private PlatformSettings settings() {
        return data != null ? PlatformSettings.of(data, port) : PlatformSettings.temporary(port);
    }
}
