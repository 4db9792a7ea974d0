package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a platform does after somebody, or something, damaged its data while it was down. */
class RecoveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void goesOnWithoutTheNewestCheckpointsWhenTheyAreCorrupt() throws IOException {
        Path recording = GeneratedRecording.write(folder.resolve("drive.csv"), 11, 250);
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            importInto(platform, recording, "first");
            List<String> laps = awaitLaps(platform, "first");
            assertThat(platform.stop()).isIn(0, 143);
            int damaged = damageCheckpoints(platform.data().resolve("speed-layer"));
            assertThat(damaged).isPositive();

            platform.startAgain();
            importInto(platform, recording, "second");

            assertThat(awaitLaps(platform, "second")).isEqualTo(laps);
            assertThat(laps(platform, "first")).isEqualTo(laps);
        }
    }

    private static int damageCheckpoints(Path speedLayer) throws IOException {
        try (Stream<Path> files = Files.walk(speedLayer)) {
            List<Path> metadata =
                    files.filter(file -> file.getFileName().toString().equals("_metadata"))
                            .toList();
            for (Path file : metadata) {
                Files.write(file, new byte[] {1, 2, 3});
            }
            return metadata.size();
        }
    }

    private static void importInto(RunningPlatform platform, Path recording, String session) {
        Program.Ended run =
                Program.run(
                        "import",
                        recording.toString(),
                        "--session",
                        session,
                        "--server",
                        platform.address().toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static List<String> awaitLaps(RunningPlatform platform, String session) {
        await("the last lap of " + session)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        ended(platform, session)
                                && !laps(platform, session).isEmpty()
                                && lastEnd(platform, session) >= end(platform, session) - 0.2);
        return laps(platform, session);
    }

    /** From then on the session's duration is final. */
    private static boolean ended(RunningPlatform platform, String session) {
        JsonNode sources = platform.get("/api/v1/sessions/" + session + "/sources").path("sources");
        return sources.get(0).path("state").asString().equals("ended");
    }

    private static double end(RunningPlatform platform, String session) {
        return platform.get("/api/v1/sessions/" + session).path("duration_s").asDouble(0);
    }

    private static double lastEnd(RunningPlatform platform, String session) {
        JsonNode laps = platform.get(path(session)).path("laps");
        JsonNode last = laps.get(laps.size() - 1);
        return last.path("start_s").asDouble() + last.path("time_s").asDouble();
    }

    private static List<String> laps(RunningPlatform platform, String session) {
        return platform.get(path(session))
                .path("laps")
                .valueStream()
                .map(lap -> lap.path("kind").asString() + " " + lap.path("time_s"))
                .toList();
    }

    private static String path(String session) {
        return "/api/v1/sessions/" + session + "/entries/drive/laps";
    }
}
