package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the platform until it is stopped. */
@Command(
        name = "up",
        description = "Runs the platform: page, interfaces and engines in one process.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    public static final int DEFAULT_PORT = 8080;
    static final String DEFAULT_DATA = "data";

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            description =
                    "where the page and the interfaces are (default: ${DEFAULT-VALUE}; 0: any free one)")
    private int port = DEFAULT_PORT;

    @Option(names = "--data", description = "where everything is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(DEFAULT_DATA);

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "corrections of the cars' sensors (docs/calibration-file.md)")
    private @Nullable Path calibration;

    @Mixin private DecisionOptions decisions;

    @Option(
            names = "--weather-url",
            paramLabel = "URL",
            description =
                    "whom to ask for weather forecasts, e.g. https://api.open-meteo.com (default:"
                            + " nobody; docs/calls.md)")
    private @Nullable URI weather;

    @Option(
            names = "--track-data-url",
            paramLabel = "URL",
            description =
                    "a GeoJSON document of circuits, by https:, http: or file: (default: none;"
                            + " docs/calls.md)")
    private @Nullable URI trackData;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public UpCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PlatformSettings settings = settings();
        starting(out);
        try (Platform platform = Platform.start(settings)) {
            announce(out, platform);
            platform.awaitStop();
        }
        return ExitCodes.DONE;
    }

    private PlatformSettings settings() {
        PlatformSettings settings = decisions.with(PlatformSettings.of(data, port));
        if (calibration != null) {
            settings = settings.calibratedBy(calibration);
        }
        if (weather != null) {
            settings = settings.askingForWeather(weather);
        }
        return trackData == null ? settings : settings.askingForCircuits(trackData);
    }

    /** Says at once that it starts: on a busy machine that takes a while. */
    static void starting(PrintWriter out) {
        out.println("VitalCORE is starting …");
        out.flush();
    }

    static void announce(PrintWriter out, Platform platform) {
        out.printf(
                Locale.ROOT,
                "VitalCORE is ready after %.1f s: %s%ndata in %s; stop with Ctrl-C%n",
                platform.startedAfter().toNanos() / 1e9,
                platform.address(),
                platform.directory());
        out.flush();
    }
}
