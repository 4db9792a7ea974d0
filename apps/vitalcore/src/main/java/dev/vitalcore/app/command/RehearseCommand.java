package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.bench.Bench;
import dev.vitalcore.app.bench.LoadSettings;
import dev.vitalcore.app.demo.DemoRace;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.simulation.race.RaceSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Starts everything once in a folder of its own, lets some cars drive for a few seconds, asks for
 * what the page asks for, carries some load, and stops: the launcher records the classes that this
 * loads and how hot methods behaved, for fast starts.
 */
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    private static final long DRIVE_MS = 3_000;
    private static final LoadSettings LOAD =
            new LoadSettings(10, 100, 100, Duration.ofSeconds(12), Duration.ofMillis(50));

    private static final RaceSettings RACE = new RaceSettings("talheim", 6, 5, 1);

    @Override
    public Integer call() throws InterruptedException {
        try (Platform platform = Platform.start(PlatformSettings.temporary(0));
                DemoRace race = DemoRace.start(platform.address(), RACE, 1);
                PlatformClient client = new PlatformClient(platform.address())) {
            Thread.sleep(DRIVE_MS);
            String session = "/api/v1/sessions/" + race.session();
            for (String path :
                    List.of(
                            "/api/v1/health",
                            "/api/v1/sessions",
                            session,
                            session + "/entries",
                            session + "/ledger",
                            session + "/sources",
                            session + "/track",
                            session + "/entries/1/laps",
                            session + "/entries/1/series?channels=speed&points=100")) {
                client.get(path);
            }
            new Bench(platform, text -> {}).warmUp(LOAD, LOAD.duration());
        }
        return ExitCodes.DONE;
    }
}
