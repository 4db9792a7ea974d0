package dev.vitalcore.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.gateway.LiveLimits;
import dev.vitalcore.gateway.json.JsonModule;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class LiveSessionTest {
    private static final int MOST_EVENTS = 10;
    private static final LiveLimits LIMITS =
            new LiveLimits(
                    1,
                    MOST_EVENTS,
                    Duration.ofMillis(1),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1));

    private final ScriptedFacts facts = new ScriptedFacts();
    private final ConcurrentSkipListMap<String, LiveCar> cars = new ConcurrentSkipListMap<>();
    private final LiveSession session =
            new LiveSession(
                    facts.summary,
                    cars,
                    facts,
                    new LiveFrames(
                            JsonMapper.builder()
                                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                                    .addModule(new JsonModule())
                                    .build()));
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void closeClients() throws InterruptedException {
        session.closeAll(1001, "the test is over");
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void greetsWithTheSessionSoFar() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.eager());

        JsonNode hello = socket.next();

        assertThat(hello.path("type").asString()).isEqualTo("hello");
        assertThat(hello.at("/session/id").asString()).isEqualTo("monza");
        assertThat(hello.at("/session/start").asString()).isEqualTo("1970-01-01T00:16:40Z");
        assertThat(hello.path("now_s").isNull()).isTrue();
    }

    @Test
    void tellsOfALapAndOfTheSummaryThatItChanged() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();

        session.publish(List.of(lap(3, 2)));

        JsonNode lap = socket.next();
        assertThat(lap.path("type").asString()).isEqualTo("lap");
        assertThat(lap.path("car").asString()).isEqualTo("7");
        assertThat(lap.path("subject").asString()).isEqualTo("lap/3");
        assertThat(lap.path("revision").asInt()).isEqualTo(2);
        assertThat(lap.at("/lap/start_s").asDouble()).isEqualTo(3);
        assertThat(lap.at("/lap/time_s").asDouble()).isEqualTo(90.5);
        assertThat(lap.at("/lap/witness").asString()).isEqualTo("gate");
        assertThat(socket.next().path("type").asString()).isEqualTo("entry");
    }

    @Test
    void losesNothingThatIsCommittedWhileTheHelloIsRead() throws InterruptedException {
        facts.whileReading = () -> session.publish(List.of(lap(1, 1)));

        RecordingSocket socket = join(RecordingSocket.eager());

        assertThat(socket.next(2))
                .extracting(frame -> frame.path("type").asString())
                .containsExactly("hello", "lap");
    }

    @Test
    void beginsAnewWhenAnEarlierFirstSampleComesLate() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();
        long earlier = ScriptedFacts.START - 2_000_000_000L;
        facts.summary = ScriptedFacts.summary(earlier, SessionSummary.State.LIVE);

        session.refresh();
        session.publish(List.of(lap(3, 1)));

        assertThat(socket.next().at("/session/start").asString()).isEqualTo("1970-01-01T00:16:38Z");
        assertThat(socket.next().at("/lap/start_s").asDouble()).isEqualTo(5);
    }

    @Test
    void tellsOfTheEndOfTheSessionAndOfACarThatJoins() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();
        facts.summary = ScriptedFacts.summary(ScriptedFacts.START, SessionSummary.State.STORED);
        facts.entries.add(EntryId.parse("monza/8"));

        session.refresh();

        assertThat(socket.next().at("/session/state").asString()).isEqualTo("stored");
        assertThat(socket.next().at("/entry/car").asString()).isEqualTo("8");
    }

    @Test
    void keepsEveryEventForASlowClientAndMergesItsSamples() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.slow());
        LiveCar seven = new LiveCar();
        cars.put("7", seven);
        for (int i = 0; i < MOST_EVENTS / 2; i++) {
            session.publish(List.of(lap(i + 1, 1)));
            seven.take(Blocks.from(ScriptedFacts.START + i * Blocks.PERIOD, 100f + i), 0);
            session.samplesReady();
        }

        socket.take();

        List<JsonNode> frames = socket.next(1 + MOST_EVENTS + 1);
        assertThat(frames.stream().filter(frame -> frame.has("lap")))
                .extracting(frame -> frame.at("/lap/number").asInt())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(frames.getLast().at("/cars/7/values/speed").asDouble()).isEqualTo(104);
    }

    @Test
    void tellsAClientThatEventsHadToBeDroppedAndClosesIt() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.slow());
        socket.awaitFirstSend();
        for (int i = 0; i < MOST_EVENTS; i++) {
            session.publish(List.of(lap(i + 1, 1)));
        }

        socket.take();

        assertThat(socket.next(2).getLast().path("type").asString()).isEqualTo("overflow");
        assertThat(socket.closeCode()).isEqualTo(LiveQueue.TRY_AGAIN_LATER);
    }

    @Test
    void greetsAgainWhenAnEventCouldNotBeTold() throws InterruptedException {
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();
        facts.broken = true;

        session.publish(List.of(lap(1, 1)));

        assertThat(socket.next().path("type").asString()).isEqualTo("hello");
    }

    @Test
    void tellsALapAgainWhenItsHolesHealThoughNoEventCorrectsIt() throws InterruptedException {
        facts.laps = List.of(lap(3, 2));
        facts.withHoles.add(Blocks.CAR_7);
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();
        assertThat(socket.next().at("/lap/provisional").asBoolean()).isTrue();
        facts.withHoles.clear();

        session.refresh();

        JsonNode lap = socket.next();
        assertThat(lap.path("subject").asString()).isEqualTo("lap/3");
        assertThat(lap.path("revision").asInt()).isEqualTo(2);
        assertThat(lap.at("/lap/provisional").asBoolean(true)).isFalse();
    }

    @Test
    void tellsNothingAgainWhileHolesStayAsTheyAre() throws InterruptedException {
        facts.laps = List.of(lap(3, 2));
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();

        session.refresh();
        session.publish(List.of(lap(4, 1)));

        assertThat(socket.next().at("/lap/number").asInt()).isEqualTo(4);
    }

    @Test
    void greetsAgainWhenMoreLapsChangeThanAQueueTakes() throws InterruptedException {
        facts.laps = IntStream.rangeClosed(1, 1001).mapToObj(lap -> lap(lap, 1)).toList();
        RecordingSocket socket = join(RecordingSocket.eager());
        socket.next();
        facts.withHoles.add(Blocks.CAR_7);

        session.refresh();

        assertThat(socket.next().path("type").asString()).isEqualTo("hello");
    }

    private RecordingSocket join(RecordingSocket socket) {
        LiveClient client = new LiveClient(session, socket, SampleView.Form.JSON, LIMITS);
        session.join(client);
        threads.add(Thread.ofVirtual().start(client));
        return socket;
    }

    private static TimingEvent.LapCompleted lap(int number, int revision) {
        return new TimingEvent.LapCompleted(
                Blocks.CAR_7,
                revision,
                number,
                TimingEvent.LapKind.FLYING,
                ScriptedFacts.START + 3_000_000_000L,
                90_500_000_000L,
                List.of(),
                TimingEvent.Witness.GATE,
                0,
                OptionalInt.empty());
    }
}
