package dev.vitalcore.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.Main;
import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroTimingEventCodec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.sql.SqliteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A real recording with a block that came late and a session that was decided about, kept by a
 * platform that has stopped; each test replays it on a platform of its own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerificationIT {
    private static final String RECORDING = "vbo/grattan_speedangle_20200830.vbo";
    private static final SessionId SESSION = new SessionId("grattan");
    private static final EntryId CAR = new EntryId(SESSION, "21");
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The fastest lap ends in it. */
    private static final int LATE = 465;

    @TempDir private static Path folder;
    private int code;

    @BeforeAll
    static void keepASession() throws IOException {
        List<byte[]> blocks = blocks();
        byte[] late = blocks.remove(LATE);
        try (Platform platform = Platform.start(PlatformSettings.of(data(), 0));
                PlatformClient client = new PlatformClient(platform.address())) {
            decide(
                    client,
                    "1",
                    "schedule_session",
                    Map.of(
                            "kind",
                            "practice",
                            "name",
                            "Practice 1",
                            "circuit",
                            "Grattan",
                            "start",
                            "2020-08-30T14:00:00Z",
                            "at",
                            "2020-08-30T13:00:00Z"));
            decide(
                    client,
                    "2",
                    "register_entry",
                    Map.of(
                            "car",
                            "21",
                            "team",
                            "One",
                            "drivers",
                            List.of("Ann"),
                            "at",
                            "2020-08-30T13:10:00Z"));
            decide(client, "3", "open_session", Map.of("at", "2020-08-30T13:55:00Z"));
            for (int from = 0; from < blocks.size(); from += 100) {
                client.send(blocks.subList(from, Math.min(from + 100, blocks.size())));
            }
            await().atMost(SOON).until(() -> platform.timing().laps(CAR).size() >= 5);
            client.send(List.of(late));
            await().atMost(SOON)
                    .until(() ->
                            platform.timing().laps(CAR).stream()
                                    .anyMatch(lap -> lap.revision() > 1));
            await().atMost(SOON).until(() -> platform.waitingRecords() == 0);
        }
        // The source has not ended, so it has to fall silent.
        Instant silent = lastSeenPlus(6).instant();
        await().atMost(SOON).until(() -> Instant.now().isAfter(silent));
    }

    @Test
    @Order(1)
    void findsARealSessionIdenticalAndLeavesItsDataAsTheyAre() throws IOException {
        Map<String, String> before = files();

        String printed = verify("--format", "csv");

        assertThat(code).as(printed).isEqualTo(ExitCodes.DONE);
        assertThat(printed.lines().skip(1))
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).endsWith(",identical"));
        assertThat(printed)
                .containsPattern("(?m)^blocks,607,607,")
                .containsPattern("(?m)^laps,5,5,")
                .contains("decisions,3,3,", "board,1,1,", "timeline,3,3,", "result,1,1,");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void refusesWhatCannotBeCompared() throws IOException {
        assertThat(verifySession("spa")).contains("no session 'spa'", "grattan");
        assertThat(code).isEqualTo(ExitCodes.UNUSABLE_INPUT);
        assertThat(
                        run(
                                "replay",
                                "--verify",
                                "grattan",
                                "--data",
                                folder.resolve("none").toString()))
                .contains("no platform has kept anything");
        assertThat(run("replay", "a.vbo", "--verify", "grattan", "--data", data().toString()))
                .contains("leave out a.vbo");
        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThatThrownBy(() -> new Verification(SESSION, lastSeenPlus(1)).of(data()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("session-live"));
    }

    @Test
    @Order(3)
    void namesALapAndALineOfAViewThatSomebodyChanged() throws IOException {
        Path copy = folder.resolve("changed");
        copy(data(), copy);
        change(copy);

        String printed = run("replay", "--verify", "grattan", "--data", copy.toString());

        assertThat(code).as(printed).isEqualTo(ExitCodes.CONFLICT);
        assertThat(printed)
                .containsPattern("laps .* DIFFERENT")
                .containsPattern("timeline .* DIFFERENT")
                .containsPattern("standings .* DIFFERENT")
                .containsPattern("timing events .* identical")
                .containsPattern("decisions .* identical")
                .contains("the first difference is in laps, grattan/21 lap/2");
    }

    @Test
    @Order(4)
    void refusesWhileAPlatformRunsOnTheData() {
        try (Platform running = Platform.start(PlatformSettings.of(data(), 0))) {
            assertThat(running.directory()).isEqualTo(data());
            assertThat(verifySession("grattan")).contains("is running on the data directory");
            assertThat(code).isEqualTo(ExitCodes.CONFLICT);
        }
    }

    private String verify(String... more) {
        return run(
                Stream.concat(
                                Stream.of(
                                        "replay",
                                        "--verify",
                                        "grattan",
                                        "--data",
                                        data().toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String verifySession(String session) {
        return run("replay", "--verify", session, "--data", data().toString());
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(out, true));
        code = commands.execute(arguments);
        return out.toString();
    }

    /** Another lap time, as somebody would write it who knows the format; other words. */
    private static void change(Path directory) {
        try (SqliteDatabase database = SqliteDatabase.open(directory.resolve("views.db"))) {
            AvroTimingEventCodec codec = new AvroTimingEventCodec();
            LapCompleted lap = storedLap(directory);
            LapCompleted changed =
                    new LapCompleted(
                            lap.entry(),
                            lap.revision(),
                            lap.number(),
                            lap.kind(),
                            lap.startNanos(),
                            lap.durationNanos() - EpochNanos.PER_SECOND * 20,
                            lap.sectorNanos(),
                            lap.endedBy(),
                            lap.uncertaintyNanos(),
                            lap.statedNumber());
            database.write(connection -> {
                try (PreparedStatement update =
                                connection.prepareStatement(
                                        "UPDATE timing_fact SET event = ? WHERE subject = 'lap/2'");
                        Statement other = connection.createStatement()) {
                    update.setBytes(1, codec.encode(changed));
                    assertThat(update.executeUpdate()).isEqualTo(1);
                    String table;
                    try (ResultSet names =
                            other.executeQuery(
                                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                                            + " AND name LIKE '%timeline_line%'")) {
                        names.next();
                        table = names.getString(1);
                    }
                    return other.executeUpdate(
                            "UPDATE " + table + " SET line = 'Pit lane closed' WHERE version = 3");
                }
            });
        }
    }

    private static LapCompleted storedLap(Path directory) {
        try (SessionFiles files = SessionFiles.open(SESSION, directory)) {
            return new SessionParts(files, InstantSource.system())
                    .timing().history().laps(SESSION, Moment.NOW).stream()
                            .map(revision -> (LapCompleted) revision.event())
                            .filter(lap -> lap.number() == 2)
                            .findFirst()
                            .orElseThrow();
        }
    }

    private static InstantSource lastSeenPlus(long seconds) throws IOException {
        try (SessionFiles files = SessionFiles.open(SESSION, data())) {
            Instant seen =
                    new SessionParts(files, InstantSource.system())
                            .catalogue().sources(SESSION).stream()
                                    .map(source -> EpochNanos.toInstant(source.lastSeenNanos()))
                                    .findFirst()
                                    .orElseThrow();
            return InstantSource.fixed(seen.plusSeconds(seconds));
        }
    }

    private static void decide(
            PlatformClient client, String key, String command, Map<String, Object> fields) {
        Map<String, Object> body = new TreeMap<>(fields);
        body.put("command", command);
        body.put("who", "anna");
        client.command(SESSION, key, body);
    }

    /** The last one is held back, so that the source never ends. */
    private static List<byte[]> blocks() throws IOException {
        Path file = Path.of(System.getProperty("vitalcore.recordings", "")).resolve(RECORDING);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: the real recording " + file + " is not on this machine";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        AvroBlockCodec codec = new AvroBlockCodec();
        List<byte[]> blocks = new ArrayList<>();
        try (Recording recording = Recordings.open(file)) {
            var all = recording.blocks(SourceId.named("speedangle"), CAR, EpochNanos.PER_SECOND);
            while (all.hasNext()) {
                TelemetryBlock block = all.next();
                if (!block.last()) {
                    blocks.add(codec.encode(block));
                }
            }
        }
        return blocks;
    }

    private static Path data() {
        return folder.resolve("data");
    }

    /** But for the log file, to which the platform of this process goes on writing. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(each -> !each.endsWith("vitalcore.log"))
                            .toList()) {
                found.put(
                        data().relativize(file).toString(),
                        Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
