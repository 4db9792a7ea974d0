package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.gateway.live.BinaryFrame;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The live socket over real HTTP, the log and the views. */
class LiveIT {
    private static final int MOST_CLIENTS = 8;

    @TempDir static Path directory;
    private static RunningPlatform platform;
    private final List<WebSocket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        LiveLimits usual = LiveLimits.defaults();
        LiveLimits few =
                new LiveLimits(
                        MOST_CLIENTS,
                        usual.eventFrames(),
                        usual.framePeriod(),
                        Duration.ofSeconds(2),
                        usual.idleTime());
        platform =
                new RunningPlatform(directory, GatewayLimits.defaults().withLive(few), List.of());
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @AfterEach
    void closeSockets() {
        sockets.forEach(WebSocket::abort);
    }

    @Test
    void sendsSamplesAsTheyCome() {
        CircleRun run = begun("samples");
        LiveListener client = LiveListener.eager();
        WebSocket socket = open(run, client);
        client.await("hello");
        socket.sendText(
                        "{\"type\":\"subscribe\",\"cars\":[\"7\"],\"channels\":[\"throttle\"]}",
                        true)
                .join();
        // The answer to the ping shows that the server took the subscription before it.
        socket.sendText("{\"type\":\"ping\"}", true).join();
        client.await("pong");

        platform.feed(run.blocks(1, 2));

        JsonNode frame = client.await("samples", samples -> samples.at("/cars/7/trace").size() > 0);
        assertThat(frame.path("at_s").asDouble()).isEqualTo(1.98);
        assertThat(frame.at("/cars/7/values/speed").asDouble())
                .isEqualTo(CircleRun.SPEED_KMH, offset(0.01));
        assertThat(frame.at("/cars/7/trace/throttle/x").size()).isEqualTo(50);
        assertThat(frame.at("/cars/7/trace/throttle/y/25").asDouble()).isEqualTo(100);
    }

    @Test
    void sendsSamplesInBinaryToWhoAsksForThem() {
        CircleRun run = begun("binary");
        LiveListener client = LiveListener.eager();
        WebSocket socket = open("binary&samples=binary", client);
        client.await("hello");
        socket.sendText(
                        "{\"type\":\"subscribe\",\"cars\":[\"7\"],\"channels\":[\"throttle\"]}",
                        true)
                .join();
        socket.sendText("{\"type\":\"ping\"}", true).join();
        client.await("pong");

        platform.feed(run.blocks(1, 2));

        BinaryFrame frame =
                client.awaitBinary(samples -> samples.traces().containsKey("7/throttle"));
        assertThat(frame.atS()).isEqualTo(1.98);
        assertThat(frame.values().get("7/speed")).isEqualTo(CircleRun.SPEED_KMH, offset(0.01));
        assertThat(frame.ages().get("7/speed")).isEqualTo(0.08, offset(1e-6));
        assertThat(frame.traces().get("7/throttle")).hasSize(2 * 50);
        assertThat(frame.traces().get("7/throttle").get(50 + 25)).isEqualTo(100);
        assertThat(client.frames("samples")).isEmpty();
    }

    @Test
    void neverShowsLateSamplesAsTheLatest() {
        CircleRun run = begun("late");
        platform.feed(run.blocks(3, 4));
        LiveListener client = LiveListener.eager();
        open(run, client);
        client.await("samples", frame -> frame.path("at_s").asDouble() > 3);

        platform.feed(List.of(run.block(1, 50)));
        // Newer, but without a speed: the latest is still that of second 3.
        platform.feed(List.of(run.block(4, Double.NaN)));

        client.await("samples", frame -> frame.path("at_s").asDouble() > 4);
        assertThat(client.frames("samples"))
                .isNotEmpty()
                .allSatisfy(frame ->
                        assertThat(frame.at("/cars/7/values/speed").asDouble())
                                .isEqualTo(CircleRun.SPEED_KMH, offset(0.01)));
    }

    @Test
    void givesALateJoinerEverythingExactlyOnce() throws InterruptedException {
        CircleRun run = begun("joiner");
        AtomicInteger laps = new AtomicInteger();
        CountDownLatch joined = new CountDownLatch(1);
        Thread racing =
                Thread.startVirtualThread(() -> {
                    while (joined.getCount() > 0) {
                        platform.publish(List.of(lap(run, laps.incrementAndGet())));
                    }
                    platform.publish(List.of(lap(run, laps.incrementAndGet())));
                });
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        platform.answer(entry(run) + "/laps").body().contains("\"number\":5,"));

        LiveListener client = LiveListener.eager();
        open(run, client);

        client.await("hello");
        joined.countDown();
        assertThat(racing.join(Duration.ofSeconds(30))).isTrue();
        client.await("lap", frame -> frame.at("/lap/number").asInt() == laps.get());
        Map<String, Integer> revisions = new HashMap<>();
        client.frames("hello")
                .getFirst()
                .at("/laps/7")
                .forEach(lap ->
                        revisions.put(
                                "lap/" + lap.path("number").asInt(), lap.path("revision").asInt()));
        assertThat(revisions).hasSizeGreaterThanOrEqualTo(5).hasSizeLessThan(laps.get());
        for (JsonNode frame : client.frames("lap")) {
            revisions.merge(
                    frame.path("subject").asString(), frame.path("revision").asInt(), Math::max);
        }
        assertThat(revisions).hasSize(laps.get());
    }

    @Test
    void keepsEveryEventForAClientThatTakesNothingForAWhile() {
        CircleRun run = begun("slow");
        LiveListener client = LiveListener.slow();
        WebSocket socket = open(run, client);
        int laps = 100;
        int blocks = 200;

        for (int i = 1; i <= laps; i++) {
            platform.publish(List.of(lap(run, i)));
            platform.feed(run.blocks(2 * i - 1, 2 * i + 1));
        }
        socket.request(Long.MAX_VALUE);

        client.await("lap", frame -> frame.at("/lap/number").asInt() == laps);
        client.await("samples", frame -> frame.path("at_s").asDouble() > blocks);
        // The first may have been committed before the hello was read, and then it is in there.
        Set<Integer> seen = new TreeSet<>();
        client.frames("hello")
                .getFirst()
                .at("/laps/7")
                .forEach(lap -> seen.add(lap.path("number").asInt()));
        client.frames("lap").forEach(frame -> seen.add(frame.at("/lap/number").asInt()));
        assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, laps).boxed().toList());
        assertThat(client.frames("overflow")).isEmpty();
    }

    @Test
    void letsGoOfAClientThatTakesNothingAtAll() {
        WideRun run = new WideRun("stuck");
        platform.feed(List.of(run.block(0)));
        awaitSession("stuck");
        open("stuck", LiveListener.slow()).sendText(run.subscription(), true).join();

        // Far more than the buffers of both ends hold.
        for (int i = 1; i <= 60; i++) {
            platform.feed(List.of(run.block(i)));
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        platform.get("/health")
                                .at("/components/live/detail")
                                .asString()
                                .startsWith("0 clients"));
    }

    @Test
    void tellsWhenALapIsCorrectedAndWithdrawn() {
        CircleRun run = begun("corrected");
        LiveListener client = LiveListener.eager();
        open(run, client);
        client.await("hello");

        platform.publish(
                List.of(
                        lap(run, 1),
                        run.lap(1, 2, TimingEvent.LapKind.FLYING, 0, 21),
                        new TimingEvent.Withdrawn(run.entry(), 3, "lap/1")));

        client.await("lap", frame -> frame.path("revision").asInt() == 2);
        assertThat(client.await("withdrawn").path("subject").asString()).isEqualTo("lap/1");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> platform.get(entry(run) + "/laps").path("laps").isEmpty());
    }

    @Test
    void refusesAForeignPage() {
        CircleRun run = begun("forged");

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() ->
                        platform.http()
                                .newWebSocketBuilder()
                                .header("Origin", "http://evil.example")
                                .buildAsync(
                                        platform.live(run.entry().session().value()),
                                        LiveListener.eager())
                                .join())
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(403));
    }

    @Test
    void refusesASessionThatDoesNotExist() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> open(new CircleRun("nowhere", "7"), LiveListener.eager()))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(404));
    }

    @Test
    void hasPlaceForSoManyClientsOnly() {
        CircleRun run = begun("crowd");
        IntStream.range(0, MOST_CLIENTS)
                .forEach(i -> {
                    LiveListener client = LiveListener.eager();
                    // Clients of the tests before may be about to leave.
                    await().atMost(Duration.ofSeconds(10))
                            .ignoreExceptions()
                            .until(() -> !open(run, client).isInputClosed());
                    client.await("hello");
                });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> open(run, LiveListener.eager()))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(503));
    }

    @Test
    void closesAClientThatSaysWhatItMayNot() {
        CircleRun run = begun("garbage");

        LiveListener garbled = LiveListener.eager();
        open(run, garbled).sendText("{\"type\":\"shout\"}", true).join();
        assertThat(garbled.awaitClose()).isEqualTo(1003);

        LiveListener binary = LiveListener.eager();
        open(run, binary).sendBinary(ByteBuffer.allocate(8), true).join();
        assertThat(binary.awaitClose()).isEqualTo(1003);

        LiveListener endless = LiveListener.eager();
        open(run, endless).sendText("x".repeat(17 * 1024), true).join();
        assertThat(endless.awaitClose()).isEqualTo(1009);
    }

    /** A session whose first block is in the catalogue. */
    private static CircleRun begun(String session) {
        CircleRun run = new CircleRun(session, "7");
        platform.feed(run.blocks(0, 1));
        awaitSession(session);
        return run;
    }

    private static void awaitSession(String session) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.answer("/sessions/" + session).statusCode() == 200);
    }

    private WebSocket open(CircleRun run, LiveListener listener) {
        return open(run.entry().session().value(), listener);
    }

    private WebSocket open(String session, LiveListener listener) {
        WebSocket socket =
                platform.http()
                        .newWebSocketBuilder()
                        .buildAsync(platform.live(session), listener)
                        .join();
        sockets.add(socket);
        return socket;
    }

    private static TimingEvent lap(CircleRun run, int number) {
        return run.lap(number, TimingEvent.LapKind.FLYING, (number - 1) * 20.0, 20);
    }

    private static String entry(CircleRun run) {
        return "/sessions/" + run.entry().session() + "/entries/7";
    }

    private static int status(Throwable refused) {
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }
}
