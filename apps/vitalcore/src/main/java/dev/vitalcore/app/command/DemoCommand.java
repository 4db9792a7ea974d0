package dev.vitalcore.app.command;

import dev.vitalcore.app.Count;
import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.demo.DemoRace;
import dev.vitalcore.simulation.race.RaceSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The platform with a simulated race on track. */
@Command(
        name = "demo",
        description = "Runs the platform with a simulated race and prints the address of the page.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** Beyond it the machine has to be quick to simulate the race in time. */
    private static final int FASTEST = 50;

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            description = "where the page is (default: ${DEFAULT-VALUE}; 0: any free one)")
    private int port = UpCommand.DEFAULT_PORT;

    @Option(
            names = "--data",
            description = "where everything is kept (default: a new folder that is removed)")
    private @Nullable Path data;

    @Mixin private DecisionOptions decisions;

    @Option(names = "--cars", description = "how many race, 1 to 30 (default: ${DEFAULT-VALUE})")
    private int cars = 20;

    @Option(names = "--laps", description = "how many, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int laps = 40;

    @Option(
            names = "--circuit",
            paramLabel = "NAME",
            description = "talheim or harbour (default: ${DEFAULT-VALUE})")
    private String circuit = "talheim";

    @Option(names = "--seed", description = "the same seed gives the same race (default: 1)")
    private long seed = 1;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "a multiple of real time (default: ${DEFAULT-VALUE})")
    private double speed = 1;

    @Option(
            names = "--track-data-url",
            paramLabel = "URL",
            description =
                    "a GeoJSON document of circuits, by https:, http: or file: (default: none;"
                            + " docs/calls.md)")
    private @Nullable URI trackData;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public DemoCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RaceSettings race = race();
        PlatformSettings settings = settings();
        UpCommand.starting(out);
        try (Platform platform = Platform.start(settings);
                DemoRace running = DemoRace.start(platform.address(), race, speed)) {
            UpCommand.announce(out, platform);
            out.println(
                    Count.of(cars, "car")
                            + " on the grid: "
                            + platform.address().resolve("/#/session/" + running.session()));
            out.flush();
            platform.awaitStop();
        }
        return ExitCodes.DONE;
    }

    private RaceSettings race() {
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new WrongUsage(
                    "--speed " + speed + " is not usable",
                    "give a number above 0 and up to " + FASTEST);
        }
        try {
            return new RaceSettings(circuit, cars, laps, seed);
        } catch (IllegalArgumentException impossible) {
            throw new WrongUsage(
                    String.valueOf(impossible.getMessage()),
                    "see --cars, --laps and --circuit of ./vitalcore demo --help");
        }
    }

    private PlatformSettings settings() {
        PlatformSettings settings =
                decisions.with(
                        data != null
                                ? PlatformSettings.of(data, port)
                                : PlatformSettings.temporary(port));
        return trackData == null ? settings : settings.askingForCircuits(trackData);
    }
}
