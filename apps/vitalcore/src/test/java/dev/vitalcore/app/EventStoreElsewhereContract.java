package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.RaceDesk.Answer;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of race control over an event store on a real server, which dies meanwhile. */
abstract class EventStoreElsewhereContract {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String START = "2026-05-02T14:05:00Z";
    private static final int UNAVAILABLE = 503;

    @TempDir Path folder;

    /** Of a new, empty store for each name. */
    abstract String address(String name);

    /** With what the store asks for beside its address. */
    abstract PlatformSettings settings(PlatformSettings settings);

    abstract void killServer() throws IOException;

    abstract void startServer() throws IOException;

    /** What must stand in no file. */
    abstract List<String> secrets() throws IOException;

    @Test
    void decidesThroughTheDeathOfTheServerAndReadsTheSameInAnotherDirectory() throws IOException {
        String address = address("whole");
        Told told;
        Answer red;
        try (Platform platform = start("first", address);
                RaceDesk desk = new RaceDesk(platform.address())) {
            decideUntilGreen(desk);

            red = showRedFlagWhileTheServerIsAway(desk);

            requireRepeated(desk.command("red", "show_red_flag", reason()), red);
            told = told(desk, red.position());
            assertThat(told.state().path("phase").asString()).isEqualToIgnoringCase("red");
            assertThat(kinds(told.history()))
                    .containsExactly(
                            "session_scheduled",
                            "entry_registered",
                            "session_opened",
                            "session_went_green",
                            "red_flag_shown");
        }
        assertThat(audit(address).path("intact").asBoolean()).isTrue();

        try (Platform platform = start("second", address);
                RaceDesk desk = new RaceDesk(platform.address())) {
            assertThat(told(desk, red.position())).isEqualTo(told);
            assertThat(opening(desk)).isEqualTo("complete");
            requireRepeated(desk.command("red", "show_red_flag", reason()), red);
            Answer green = desk.command("green-again", "go_green", Map.of());
            assertThat(green.status()).as(green.body().toString()).isEqualTo(200);
            assertThat(green.position()).isGreaterThan(red.position());
        }
        noSecretIsIn("first/vitalcore.log", "second/vitalcore.log", "first/event-store");
    }

    @Test
    void refusesToStartWhileTheServerIsAway() {
        String nobody = address("away").replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + freePort());

        Fault away = catchThrowableOfType(Fault.class, () -> start("first", nobody));

        assertThat(away.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(away.text()).contains("127.0.0.1");
        assertThat(away.remedy()).isNotBlank();
        assertThat(folder.resolve("first/kafka")).doesNotExist();
    }

    @Test
    void refusesADirectoryWhoseViewsAreOfAnotherStore() throws IOException {
        DataDirectory.open(folder.resolve("first")).close();
        Files.createFile(folder.resolve("first/views.db"));

        Fault other = catchThrowableOfType(Fault.class, () -> start("first", address("other")));

        assertThat(other.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(other.text()).contains("belongs to the event store events.db");
    }

    private Platform start(String directory, String address) {
        PlatformSettings settings = PlatformSettings.of(folder.resolve(directory), 0);
        return Platform.start(settings(settings.decidedAt(EventStorePlace.parse(address))));
    }

    private static void decideUntilGreen(RaceDesk desk) {
        requireDone(
                desk.command(
                        "schedule",
                        "schedule_session",
                        Map.of(
                                "kind", "race",
                                "name", "Race 1",
                                "circuit", "Spa",
                                "start", START,
                                "at", "2026-05-02T13:00:00Z")));
        requireDone(
                desk.command(
                        "enter",
                        "register_entry",
                        Map.of(
                                "car", "44",
                                "team", "Sauer",
                                "drivers", List.of("Anna"),
                                "at", "2026-05-02T13:10:00Z")));
        Answer opening =
                desk.open("opening", Map.of("at", "2026-05-02T13:30:00Z", "expected_mib", 1));
        assertThat(opening.status()).as(opening.body().toString()).isEqualTo(202);
        await().atMost(SOON).until(() -> opening(desk).equals("complete"));
        requireDone(desk.command("green", "go_green", Map.of("at", START)));
    }

    /** Not accepted while it is away; the same command is, once it is back. */
    private Answer showRedFlagWhileTheServerIsAway(RaceDesk desk) throws IOException {
        killServer();
        Answer away;
        try {
            away = desk.command("red", "show_red_flag", reason());
            assertThat(desk.get("/timeline").path("decisions")).isNotEmpty();
        } finally {
            startServer();
        }
        assertThat(away.status()).as(away.body().toString()).isEqualTo(UNAVAILABLE);
        return await("the command, sent again")
                .atMost(SOON)
                .until(
                        () -> desk.command("red", "show_red_flag", reason()),
                        answer -> answer.status() == 200);
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "debris", "at", "2026-05-02T14:20:00Z");
    }

    /** The phase of the saga. */
    private static String opening(RaceDesk desk) {
        return desk.sagas().path("sagas").get(0).path("phase").asString();
    }

    private Told told(RaceDesk desk, long position) {
        JsonNode timeline =
                await().atMost(SOON)
                        .ignoreExceptions()
                        .until(() -> desk.get("/timeline?position=" + position), node -> true);
        return new Told(desk.get("/state"), desk.get("/history"), timeline);
    }

    private static List<String> kinds(JsonNode history) {
        return history.path("decisions")
                .valueStream()
                .map(decision -> decision.path("type").asString())
                .toList();
    }

    private static JsonNode audit(String address) {
        StringWriter out = new StringWriter();
        int code =
                Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .execute("audit", "verify", "--event-store", address, "--format", "json");
        assertThat(code).as(out.toString()).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private void noSecretIsIn(String... files) throws IOException {
        for (String file : files) {
            assertThat(Files.readString(folder.resolve(file))).isNotEmpty();
            for (String secret : secrets()) {
                assertThat(Files.readString(folder.resolve(file))).doesNotContain(secret);
            }
        }
    }

    /** Answered as the first time. */
    private static void requireRepeated(Answer again, Answer first) {
        requireDone(again);
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
    }

    private static void requireDone(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reader is told about the session. */
    private record Told(JsonNode state, JsonNode history, JsonNode timeline) {}
}
