package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user meets them: output, exit code, and what is said about bad input. */
class CommandsIT {
    private static final int UNUSABLE_INPUT = 65;
    private static final int UNAVAILABLE = 69;
    private static final int CONFLICT = 73;

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir private Path folder;

    @Test
    void findsTheLapsOfARecordingWithoutAServer() {
        Path file = GeneratedRecording.write(folder.resolve("drive.csv"), 7, 330);

        Program.Ended run = Program.run("laps", file.toString(), "--format", "json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = json.readTree(run.out());
        assertThat(report.path("format").asString()).isEqualTo("generic-csv");
        assertThat(report.path("laps").size()).isGreaterThan(3);
        assertThat(report.path("laps").get(2).path("kind").asString()).isEqualTo("flying");
        assertThat(report.path("gates").size()).isPositive();
    }

    @Test
    void saysWhatARecordingHolds() {
        Path file = GeneratedRecording.write(folder.resolve("drive.csv"), 7, 20);

        Program.Ended run = Program.run("inspect", file.toString(), "--format", "json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode channels = json.readTree(run.out()).path("channels");
        assertThat(channels.valueStream().map(c -> c.path("name").asString()))
                .containsExactlyInAnyOrder("latitude", "longitude", "speed", "heading");
        assertThat(channels.get(0).path("samples").asInt()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "replay", "import", "laps", "inspect", "doctor", "bench"})
    void explainsEachCommand(String command) {
        Program.Ended run = Program.run(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: vitalcore " + command);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses(Files.createFile(folder.resolve("empty.vbo")), "empty");
    }

    @Test
    void refusesGarbage() throws IOException {
        byte[] garbage = new byte[40_000];
        new java.util.Random(1).nextBytes(garbage);
        refuses(Files.write(folder.resolve("garbage.ld"), garbage), "format");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        refuses(folder.resolve("absent.vbo"), "absent.vbo");
    }

    @Test
    void refusesACompressedBomb() throws IOException {
        Path bomb = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("time [s],speed [km/h]\n".getBytes(StandardCharsets.US_ASCII));
            byte[] zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 2_048; i++) {
                out.write(zeros);
            }
        }
        refuses(bomb, "bomb.csv.gz");
    }

    @Test
    void saysThatNoPlatformRuns() throws IOException {
        Path file = GeneratedRecording.write(folder.resolve("drive.csv"), 7, 2);

        Program.Ended run =
                Program.run(
                        "import",
                        file.toString(),
                        "--server",
                        "http://127.0.0.1:" + RunningPlatform.freePort());

        assertThat(run.code()).isEqualTo(UNAVAILABLE);
        assertThat(run.err()).contains("no platform answers at").contains("vitalcore up");
    }

    @Test
    void saysThatThePortIsBusy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Program.Ended run =
                    Program.run("up", "--port", port, "--data", folder.resolve("data").toString());

            assertThat(run.code()).isEqualTo(UNAVAILABLE);
            assertThat(run.err()).contains(port).contains("--port");
        }
    }

    @Test
    void refusesASecondPlatformOnTheSameData() {
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            Program.Ended run =
                    Program.run("up", "--port", "0", "--data", platform.data().toString());

            assertThat(run.code()).isEqualTo(CONFLICT);
            assertThat(run.err()).contains(platform.data().toString()).contains("--data");
            assertThat(platform.answer("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(platform.stop()).isIn(0, 143);
        }
    }

    private void refuses(Path file, String hint) {
        for (String command : new String[] {"laps", "inspect"}) {
            Program.Ended run = Program.run(command, file.toString());

            assertThat(run.code()).as(command + ": " + run.err()).isEqualTo(UNUSABLE_INPUT);
            assertThat(run.err()).contains(hint).contains(file.getFileName().toString());
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }
}
