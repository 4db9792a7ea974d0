package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The platform is killed with signal 9 again and again while a recording is fed; the source sends
 * on when it is back. In the end everything must be as in a run that was left alone: the same laps,
 * the same samples, no block missing.
 */
class KillNineIT {
    private static final int KILLS = 3;
    private static final long SEED = 20_261_124;

    @TempDir private Path folder;

    @Test
    void losesAndDoublesNothing() throws Exception {
        Path recording = GeneratedRecording.write(folder.resolve("drive.csv"), SEED, 420);
        Path calm = Files.createDirectory(folder.resolve("calm"));
        Path rough = Files.createDirectory(folder.resolve("rough"));

        Kept expected = feedInPeace(recording, calm);
        Kept found = feedWithKills(recording, rough);

        assertThat(expected.laps()).hasSizeGreaterThan(4);
        assertThat(found).isEqualTo(expected);
    }

    private Kept feedInPeace(Path recording, Path home) throws InterruptedException {
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            Process feed = feed(platform, recording, "max");
            try {
                awaitDone(feed);
            } finally {
                feed.destroyForcibly();
            }
            awaitDrained(platform);
            return Kept.of(platform);
        }
    }

    private Kept feedWithKills(Path recording, Path home) throws InterruptedException {
        Random random = new Random(SEED);
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            Process feed = feed(platform, recording, "4");
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitMore(platform, feed, 20L + random.nextInt(400));
                    platform.kill();
                    platform.startAgain();
                }
                awaitDone(feed);
            } finally {
                feed.destroyForcibly();
            }
            awaitDrained(platform);
            return Kept.of(platform);
        }
    }

    private static void awaitMore(RunningPlatform platform, Process feed, long more) {
        long before = arrived(platform);
        await("more blocks")
                .atMost(Duration.ofSeconds(90))
                .until(() -> arrived(platform) > before + more || !feed.isAlive());
        assertThat(feed.isAlive()).as("the feed goes on, seed %d", SEED).isTrue();
    }

    private static void awaitDone(Process feed) throws InterruptedException {
        assertThat(feed.waitFor(180, TimeUnit.SECONDS)).as("the feed ends").isTrue();
        assertThat(feed.exitValue()).as("exit code of the feed").isZero();
    }

    private Process feed(RunningPlatform platform, Path recording, String speed) {
        Path output = folder.resolve("feed-" + speed + ".txt");
        return Program.start(
                output,
                output,
                List.of("-Xmx256m"),
                "replay",
                recording.toString(),
                "--speed",
                speed,
                "--session",
                "drive",
                "--server",
                platform.address().toString());
    }

    private static long arrived(RunningPlatform platform) {
        var answer = platform.answer("/api/v1/sessions/drive/ledger");
        if (answer.statusCode() != 200) {
            return 0;
        }
        long arrived = 0;
        for (JsonNode line : platform.get("/api/v1/sessions/drive/ledger").path("ledger")) {
            arrived += line.path("arrived").asLong();
        }
        return arrived;
    }

    /** Until the last lap, the one that the end of the recording closes, is known and kept. */
    private static void awaitDrained(RunningPlatform platform) {
        await("the last lap")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> {
                    JsonNode sources =
                            platform.get("/api/v1/sessions/drive/sources").path("sources");
                    double end =
                            platform.get("/api/v1/sessions/drive").path("duration_s").asDouble();
                    Kept kept = Kept.of(platform);
                    return sources.get(0).path("state").asString().equals("ended")
                            && !kept.laps().isEmpty()
                            && kept.end() >= end - 0.2;
                });
    }

    /** What a platform knows of the drive, in a form that two runs must share. */
    private record Kept(
            List<String> laps, long arrived, String missing, List<Integer> samples, double end) {
        static Kept of(RunningPlatform platform) {
            String car =
                    platform.get("/api/v1/sessions/drive/entries")
                            .path("entries")
                            .get(0)
                            .path("car")
                            .asString();
            String entry = "/api/v1/sessions/drive/entries/" + car;
            List<String> laps = new ArrayList<>();
            double end = 0;
            for (JsonNode lap : platform.get(entry + "/laps").path("laps")) {
                laps.add(
                        "%s %s %s %s %s"
                                .formatted(
                                        lap.path("number"),
                                        lap.path("kind"),
                                        lap.path("start_s"),
                                        lap.path("time_s"),
                                        lap.path("sectors_s")));
                end = lap.path("start_s").asDouble() + lap.path("time_s").asDouble();
            }
            JsonNode ledger = platform.get("/api/v1/sessions/drive/ledger").path("ledger").get(0);
            List<Integer> samples = new ArrayList<>();
            for (JsonNode series :
                    platform.get(entry + "/series?channels=speed,latitude&points=20000")
                            .path("series")) {
                samples.add(series.path("x").size());
            }
            return new Kept(
                    laps,
                    ledger.path("arrived").asLong(),
                    ledger.path("missing").toString(),
                    samples,
                    end);
        }
    }
}
