package dev.vitalcore.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user meets them: output, exit code, and what is said about bad input. */
class CommandsIT {
    private static final int USAGE = 2;
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
        assertThat(channels.get(0).path("samples").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up", "demo", "replay", "import", "imports", "export", "laps", "inspect", "doctor",
                "bench"
            })
    void explainsEachCommand(String command) {
        Program.Ended run = Program.run(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: vitalcore " + command);
    }

    @Test
    void countsWhatBecameOfTheLoadItSent() {
        Program.Ended run =
                Program.run(
                        "bench --cars 2 --channels 8 --rate 20 --seconds 10 --warm-up 0 --format json"
                                .split(" "));

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode load = json.readTree(run.out());
        assertThat(load.path("lost").asInt(-1)).isZero();
        assertThat(load.path("duplicated").asInt(-1)).isZero();
        assertThat(load.path("samples_per_s").asInt()).isPositive();
        assertThat(load.path("latency_ms").path("p99").asDouble()).isPositive();
        assertThat(load.path("backlog_growing").isBoolean()).isTrue();
        assertThat(load.path("rss_mb").asInt()).isPositive();
        JsonNode queries = load.path("queries");
        assertThat(queries.path("overlay").path("p95").asDouble()).isPositive();
        assertThat(queries.path("series_by_distance").path("requests").asInt()).isEqualTo(200);
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
            Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 2_048; i++) {
                out.write(zeros);
            }
        }
        refuses(bomb, "bomb.csv.gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"laps", "inspect"})
    void showsWhatIsBeforeTheCutOfARecording(String command) throws IOException {
        Path whole = GeneratedRecording.write(folder.resolve("drive.csv"), 7, 330);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(whole, out);
        }
        byte[] ninety = Arrays.copyOf(bytes.toByteArray(), bytes.size() * 9 / 10);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), ninety);

        Program.Ended run = Program.run(command, cut.toString(), "--format", "json");

        assertThat(run.code()).as(run.err()).isEqualTo(UNUSABLE_INPUT);
        assertThat(run.err()).contains("cut.csv.gz").doesNotContain("\tat ");
        JsonNode found = json.readTree(run.out());
        assertThat(found.path(command.equals("laps") ? "laps" : "channels").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "--speed, fast, max, " + USAGE,
        "--speed, 0, max, " + USAGE,
        "--server, localhost:8080, http://, " + USAGE,
        "--track, absent.json, path, " + UNUSABLE_INPUT
    })
    void refusesAnOptionThatIsNotUsable(String option, String value, String remedy, int code) {
        Path file = GeneratedRecording.write(folder.resolve("drive.csv"), 7, 2);

        Program.Ended run = Program.run("replay", file.toString(), option, value);

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(value, remedy).doesNotContain("\tat ");
    }

    @Test
    void feedingARecordingAgainChangesNothingWhateverIsBesideIt() {
        Path first = GeneratedRecording.write(folder.resolve("a/car.csv"), 7, 20);
        Path second = GeneratedRecording.write(folder.resolve("b/car.csv"), 8, 20);
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            importInto(platform, first, second);
            String path = "/api/v1/sessions/s/sources";
            await("both sources")
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> platform.get(path).path("sources").size() == 2);

            Program.Ended again = importInto(platform, second);

            assertThat(again.out()).contains("everything was there already");
            assertThat(platform.get(path).path("sources").valueStream())
                    .extracting(source -> source.path("car").asString())
                    .containsExactlyInAnyOrder("car", "car-2");
            assertThat(platform.stop()).isIn(0, 143);
        }
    }

    @Test
    void twoRunsOfOneCarAreOneCarWhereTheUserSaysSo() throws IOException {
        Path morning = GeneratedRecording.write(folder.resolve("morning.csv"), 7, 200);
        Path afternoon = folder.resolve("afternoon.csv");
        laterBy(3_600, morning, afternoon);
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            importInto(platform, morning, "--car", "11A");
            importInto(platform, afternoon, "--car", "11A");

            JsonNode laps =
                    await("laps of both runs")
                            .atMost(Duration.ofSeconds(60))
                            .ignoreExceptions()
                            .until(
                                    () ->
                                            platform.get("/api/v1/sessions/s/entries/11a/laps")
                                                    .path("laps"),
                                    found -> lastStart(found) > 3_600);

            assertThat(platform.get("/api/v1/sessions/s/entries").path("entries")).hasSize(1);
            assertThat(laps.valueStream().map(lap -> lap.path("time_s").asDouble()))
                    .allMatch(seconds -> seconds < 200);
            assertThat(platform.stop()).isIn(0, 143);
        }
    }

    private static double lastStart(JsonNode laps) {
        return laps.valueStream()
                .mapToDouble(lap -> lap.path("start_s").asDouble())
                .max()
                .orElse(0);
    }

    private static void laterBy(int seconds, Path recording, Path later) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(recording)) {
            int comma = line.indexOf(',');
            boolean header = lines.isEmpty();
            String time =
                    header
                            ? line.substring(0, comma)
                            : Double.toString(
                                    seconds + Double.parseDouble(line.substring(0, comma)));
            lines.add(time + line.substring(comma));
        }
        Files.write(later, lines);
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

    private static Program.Ended importInto(RunningPlatform platform, Object... what) {
        List<String> arguments = new ArrayList<>(List.of("import"));
        Stream.of(what).map(Object::toString).forEach(arguments::add);
        arguments.addAll(List.of("--session", "s", "--server", platform.address().toString()));
        Program.Ended run = Program.run(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
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
