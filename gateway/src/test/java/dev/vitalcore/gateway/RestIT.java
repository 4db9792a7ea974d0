package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every call of docs/api.md against the real engines. */
class RestIT {
    private static final CircleRun RUN = new CircleRun("circle", "7");
    private static final int SECONDS = 50;
    private static final String ENTRY = "/sessions/circle/entries/7";

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void feedASession() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(RUN.blocks(0, SECONDS));
        platform.publish(RUN.timing());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer(ENTRY + "/channels").body().contains("throttle"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get(ENTRY + "/laps").path("laps").size() == 3);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.get("/sessions/circle").path("duration_s").asDouble()
                                > SECONDS - 1);
        awaitLastSamples("throttle", 50);
        awaitLastSamples("speed", 10);
    }

    /** The store shows samples some time after it has them, each group of channels by itself. */
    private static void awaitLastSamples(String channel, int samples) {
        String lastSecond = "/series?channels=" + channel + "&from_s=" + (SECONDS - 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.get(ENTRY + lastSecond).at("/series/0/x").size() == samples);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void listsSessions() {
        JsonNode session = platform.get("/sessions").path("sessions").path(0);

        assertThat(session.path("id").asString()).isEqualTo("circle");
        assertThat(session.path("title").asString()).isEqualTo("A round track");
        assertThat(session.path("track").asString()).isEqualTo("Circle");
        assertThat(session.path("start").asString()).isEqualTo("2026-06-01T12:00:00Z");
        assertThat(session.path("duration_s").asDouble()).isEqualTo(49.98);
        assertThat(session.path("entries").asInt()).isEqualTo(1);
    }

    @Test
    void showsASessionWithItsEntries() {
        JsonNode entry = platform.get("/sessions/circle").path("entries").path(0);

        assertThat(entry.path("car").asString()).isEqualTo("7");
        assertThat(entry.path("driver").asString()).isEqualTo("Ada");
        assertThat(entry.path("vehicle").asString()).isEqualTo("Kart");
        assertThat(entry.path("best_lap_s").asDouble()).isEqualTo(20);
        assertThat(entry.path("last_lap_s").asDouble()).isEqualTo(20);
        assertThat(entry).isEqualTo(platform.get("/sessions/circle/entries").at("/entries/0"));
    }

    @Test
    void showsLapsAndWarnings() {
        JsonNode answer = platform.get(ENTRY + "/laps");

        JsonNode second = answer.path("laps").path(1);
        assertThat(second.path("number").asInt()).isEqualTo(2);
        assertThat(second.path("kind").asString()).isEqualTo("flying");
        assertThat(second.path("start_s").asDouble()).isEqualTo(5);
        assertThat(second.path("time_s").asDouble()).isEqualTo(20);
        assertThat(second.path("witness").asString()).isEqualTo("gate");
        assertThat(second.path("provisional").asBoolean(true)).isFalse();
        JsonNode warning = answer.path("warnings").path(0);
        assertThat(warning.path("code").asString()).isEqualTo("start-line-elsewhere");
        assertThat(warning.path("at_s").asDouble()).isEqualTo(7);
    }

    @Test
    void showsTheWarningsOfAllCars() {
        JsonNode answer = platform.get("/sessions/circle/warnings");

        assertThat(answer.path("total").asInt()).isEqualTo(1);
        JsonNode warning = answer.path("warnings").path(0);
        assertThat(warning.path("car").asString()).isEqualTo("7");
        assertThat(warning.path("code").asString()).isEqualTo("start-line-elsewhere");
        assertThat(warning.path("message").asString()).isEqualTo("the line is far away");
        assertThat(warning.path("at_s").asDouble()).isEqualTo(7);
    }

    @Test
    void showsChannels() {
        List<String> channels = new ArrayList<>();
        platform.get(ENTRY + "/channels")
                .path("channels")
                .forEach(channel ->
                        channels.add(
                                channel.path("name").asString()
                                        + " "
                                        + channel.path("unit").asString()
                                        + " "
                                        + channel.path("rate_hz").asDouble()));

        assertThat(channels)
                .containsExactlyInAnyOrder(
                        "latitude deg 10.0",
                        "longitude deg 10.0",
                        "speed km/h 10.0",
                        "throttle % 50.0");
    }

    @Test
    void readsASeriesOfARangeOfTime() {
        JsonNode answer =
                platform.get(ENTRY + "/series?channels=throttle,speed&from_s=1&to_s=3&points=2000");

        assertThat(answer.path("x_unit").asString()).isEqualTo("s");
        JsonNode throttle = answer.at("/series/0");
        assertThat(throttle.path("channel").asString()).isEqualTo("throttle");
        assertThat(throttle.path("unit").asString()).isEqualTo("%");
        assertThat(throttle.path("x").size()).isEqualTo(100);
        assertThat(throttle.at("/x/0").asDouble()).isEqualTo(1);
        assertThat(throttle.at("/y/25").asDouble()).isEqualTo(100);
        assertThat(answer.at("/series/1/x").size()).isEqualTo(20);
    }

    @Test
    void givesTheFramesOfAllCarsInBinary() {
        ByteBuffer frames =
                platform.bytes(
                                "/sessions/circle/frames?channels=latitude,speed,rpm&from_s=1&to_s=3&hz=5")
                        .order(ByteOrder.LITTLE_ENDIAN);

        byte[] magic = new byte[4];
        frames.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("VCF1");
        byte[] text = new byte[frames.getInt()];
        frames.get(text);
        JsonNode head = JsonMapper.shared().readTree(text);
        assertThat(head.path("from_s").asDouble()).isEqualTo(1);
        assertThat(head.path("hz").asInt()).isEqualTo(5);
        assertThat(head.path("frames").asInt()).isEqualTo(10);
        assertThat(head.path("channels")).hasSize(3);
        assertThat(head.at("/cars/0/car").asString()).isEqualTo("7");
        assertThat(frames.remaining()).isEqualTo(3 * 10 * Float.BYTES);
        JsonNode stored =
                platform.get(ENTRY + "/series?channels=latitude&from_s=1&to_s=3").at("/series/0/y");
        double base = head.at("/cars/0/base/0").asDouble();
        for (int frame = 0; frame < 10; frame++) {
            // The car sends ten positions a second, of which every other one is at a frame.
            assertThat(base + frames.getFloat())
                    .isCloseTo(stored.path(2 * frame).asDouble(), within(1e-9));
        }
        double speed = head.at("/cars/0/base/1").asDouble() + frames.getFloat();
        assertThat(speed).isCloseTo(CircleRun.SPEED_KMH, within(1e-3));
        frames.position(frames.position() + 9 * Float.BYTES);
        assertThat(frames.getFloat()).isNaN();
    }

    @Test
    void keepsThePeakWhenASeriesIsDecimated() {
        JsonNode throttle =
                platform.get(ENTRY + "/series?channels=throttle&points=20").at("/series/0");

        assertThat(throttle.path("x").size()).isLessThanOrEqualTo(20);
        assertThat(throttle.path("y")).anySatisfy(y -> assertThat(y.asDouble()).isEqualTo(100));
    }

    @Test
    void readsASeriesOfALapByTimeAndByDistance() {
        JsonNode byTime =
                platform.get(ENTRY + "/series?channels=speed&lap=2&by=time").at("/series/0");
        JsonNode byDistance = platform.get(ENTRY + "/series?channels=speed&lap=2&by=distance");

        assertThat(byTime.at("/x/0").asDouble()).isBetween(0.0, 0.1);
        assertThat(byTime.path("x").size()).isBetween(199, 201);
        assertThat(byDistance.path("x_unit").asString()).isEqualTo("m");
        JsonNode metres = byDistance.at("/series/0/x");
        assertThat(metres.get(metres.size() - 1).asDouble())
                .isEqualTo(2 * Math.PI * 200, offset(10.0));
    }

    @Test
    void showsTheTrackFromTheBestLap() {
        JsonNode track = platform.get("/sessions/circle/track");

        assertThat(track.at("/gates/0/kind").asString()).isEqualTo("start_finish");
        assertThat(track.at("/gates/0/latitude1").asDouble()).isGreaterThan(45);
        JsonNode outline = track.path("outline");
        assertThat(outline.path("car").asString()).isEqualTo("7");
        assertThat(outline.path("lap").asInt()).isEqualTo(2);
        assertThat(outline.path("latitude").size())
                .isGreaterThan(100)
                .isEqualTo(outline.path("longitude").size())
                .isEqualTo(outline.path("distance_m").size());
        assertThat(outline.has("world_x")).isFalse();
    }

    @Test
    void laysTwoLapsOverEachOther() {
        JsonNode overlay =
                platform.get(
                        "/overlay?reference=circle/7/2&other=circle/7/3&channels=speed&points=100");

        int points = overlay.path("distance_m").size();
        assertThat(points).isBetween(50, 200);
        assertThat(overlay.path("delta_s"))
                .hasSize(points)
                .allSatisfy(delta -> assertThat(delta.asDouble()).isEqualTo(0, offset(0.01)));
        JsonNode speed = overlay.at("/channels/0");
        assertThat(speed.path("unit").asString()).isEqualTo("km/h");
        assertThat(speed.path("reference").size()).isEqualTo(points);
        assertThat(speed.at("/other/10").asDouble()).isEqualTo(CircleRun.SPEED_KMH, offset(0.01));
        assertThat(overlay.at("/line/latitude").size()).isEqualTo(points);
    }

    /** Half of the circle is taken for a lap. */
    @Test
    void refusesToLayLapsOfTwoCircuitsOverEachOther() {
        CircleRun half = new CircleRun("half", "7");
        platform.feed(half.blocks(0, SECONDS));
        platform.publish(List.of(half.lap(2, TimingEvent.LapKind.FLYING, 5, 10)));
        String path = "/overlay?reference=circle/7/2&other=half/7/2&channels=speed";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer(path).statusCode() == 422);

        JsonNode problem = platform.get(path);

        assertThat(problem.path("type").asString()).endsWith(":overlay-of-two-circuits");
        assertThat(problem.path("detail").asString())
                .contains("lap 2 of circle/7 is 1.25")
                .contains("lap 2 of half/7 is 0.62");
    }

    @Test
    void showsAGateThatIsAPointAsALineAcrossTheTrack() {
        CircleRun run = new CircleRun("learned", "7");
        platform.feed(run.blocks(0, 2));
        DeclaredGate.Point point = new DeclaredGate.Point(45, 9, 90, 40);
        platform.publish(
                List.of(
                        new TimingEvent.TrackAdopted(
                                run.entry(),
                                1,
                                List.of(new DeclaredGate(Kind.START_FINISH, "line", point)),
                                TimingEvent.Witness.LEARNED_GATE)));
        String path = "/sessions/learned/track";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer(path).body().contains("heading_deg"));

        JsonNode gate = platform.get(path).at("/gates/0");

        assertThat(gate.path("heading_deg").asDouble()).isEqualTo(90);
        assertThat(gate.path("width_m").asDouble()).isEqualTo(40);
        double north = gate.path("latitude1").asDouble() - gate.path("latitude2").asDouble();
        assertThat(north * 111_320).isEqualTo(40, offset(0.1));
    }

    @Test
    void tellsHowSourcesAreDoing() {
        JsonNode source = platform.get("/sessions/circle/sources").at("/sources/0");

        assertThat(source.path("id").asString()).isEqualTo("circle-7");
        assertThat(source.path("car").asString()).isEqualTo("7");
        assertThat(source.path("format").asString()).isEqualTo("test-circle");
        assertThat(source.path("last_block").asInt()).isEqualTo(SECONDS - 1);
        assertThat(source.path("samples").asInt()).isEqualTo(SECONDS * (3 * 10 + 50));
        assertThat(platform.get("/sources").path("sources")).contains(source);
    }

    @Test
    void showsWhatIsMissingAndWhatHealed() {
        CircleRun run = new CircleRun("lossy", "9");
        platform.feed(run.blocks(0, 2));
        platform.feed(run.blocks(4, 5));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        platform.answer("/sessions/lossy/ledger")
                                .body()
                                .contains("\"missing\":[[2,3]]"));

        JsonNode report = platform.feed(run.blocks(2, 5));

        assertThat(report.path("accepted").asInt()).isEqualTo(2);
        assertThat(report.path("duplicate").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        platform.get("/sessions/lossy/ledger")
                                .at("/ledger/0")
                                .toString()
                                .contains("\"missing\":[],\"healed\":[[2,3]]"));
        assertThat(platform.get("/sessions/lossy/ledger").at("/ledger/0/arrived").asInt())
                .isEqualTo(5);
    }

    @Test
    void keepsGarbageAsADeadLetterThatCanBeTriedAgain() {
        byte[] garbage = {7, 7, 7, 7, 7};

        JsonNode report =
                RunningPlatform.json(
                        platform.post(
                                "/blocks",
                                RunningPlatform.BLOCKS,
                                RunningPlatform.body(List.of(garbage))));

        assertThat(report.path("accepted").asInt()).isZero();
        assertThat(report.at("/refused/0/source").asString()).isEqualTo("unknown");
        assertThat(report.at("/refused/0/remedy").asString()).isNotBlank();
        String code = report.at("/refused/0/code").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.answer("/dead-letters").body().contains(code));
        String id = platform.get("/dead-letters?limit=1").at("/dead_letters/0/id").asString();
        var again =
                platform.post("/dead-letters/" + id + "/redrive", "application/json", new byte[0]);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(RunningPlatform.json(again).path("outcome").asString()).isEqualTo(code);
    }

    @Test
    void servesThePageAndKnowsItsFilesByTheirContent() {
        HttpResponse<String> page = platform.send(platform.page("/").GET().build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("A page for the tests");
        assertThat(page.headers().firstValue("Last-Modified")).isEmpty();
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpRequest again = platform.page("/index.html").header("If-None-Match", tag).GET().build();
        assertThat(platform.send(again).statusCode()).isEqualTo(304);
    }
}
