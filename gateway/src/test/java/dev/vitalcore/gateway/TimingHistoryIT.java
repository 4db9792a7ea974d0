package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Laps and standings as they were known, over HTTP: car 9 lost a lap time to a late block. */
class TimingHistoryIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final EntryId SEVEN = EntryId.parse("circle/7");
    private static final EntryId NINE = EntryId.parse("circle/9");
    private static final long START = EpochNanos.of(CircleRun.START);

    @TempDir static Path directory;
    private static RunningPlatform platform;
    private static Instant between = Instant.EPOCH;

    @BeforeAll
    static void correctALap() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(new CircleRun("circle", "7").blocks(0, 50));
        platform.feed(new CircleRun("circle", "9").blocks(0, 50));
        platform.publish(List.of(lap(SEVEN, 1, 20), lap(NINE, 1, 19)));
        between = Instant.ofEpochMilli(System.currentTimeMillis());
        await().atMost(SOON).until(() -> System.currentTimeMillis() > between.toEpochMilli());
        platform.publish(List.of(lap(NINE, 2, 21)));
        await().atMost(SOON)
                .until(() ->
                        platform.answer("/sessions/circle/entries/9/laps").statusCode() == 200);
        await().atMost(SOON).until(() -> timeOfNine().path("time_s").asDouble() == 21);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void tellsALapAsItWasKnown() {
        JsonNode then = platform.get("/sessions/circle/laps?car=9&known_at=" + between);
        JsonNode now = platform.get("/sessions/circle/laps?car=9");

        JsonNode old = then.at("/laps/0");
        assertThat(then.path("laps")).hasSize(1);
        assertThat(then.path("known_at").asString()).isEqualTo(between.toString());
        assertThat(then.path("as_of").isNull()).isTrue();
        assertThat(old.at("/lap/time_s").asDouble()).isEqualTo(19);
        assertThat(old.at("/lap/revision").asInt()).isEqualTo(1);
        assertThat(old.at("/lap/provisional").asBoolean()).isTrue();
        assertThat(Instant.parse(old.path("recorded").asString())).isBeforeOrEqualTo(between);
        assertThat(Instant.parse(old.path("superseded").asString())).isAfter(between);
        assertThat(now.at("/laps/0/lap/time_s").asDouble()).isEqualTo(21);
        assertThat(now.at("/laps/0/recorded")).isEqualTo(old.path("superseded"));
        assertThat(now.at("/laps/0/superseded").isNull()).isTrue();
        assertThat(platform.get("/sessions/circle/laps").path("laps")).hasSize(2);
    }

    @Test
    void leavesOutWhatHadNotHappened() {
        Instant whenSevenEnded = CircleRun.START.plusSeconds(25);

        assertThat(platform.get("/sessions/circle/laps?as_of=" + whenSevenEnded).path("laps"))
                .singleElement()
                .satisfies(lap -> assertThat(lap.path("car").asString()).isEqualTo("7"));
        assertThat(
                        platform.get(
                                        "/sessions/circle/laps?as_of="
                                                + whenSevenEnded
                                                + "&known_at="
                                                + between)
                                .path("laps"))
                .hasSize(2);
        assertThat(platform.get("/sessions/circle/laps?known_at=2020-01-01T00:00:00Z").path("laps"))
                .isEmpty();
    }

    @Test
    void tellsBothStandingsAsTheyWereKnown() {
        String standings = "/sessions/circle/standings?by=";
        String then = "&known_at=" + between;

        assertThat(cars(standings + "best_lap")).containsExactly("7", "9");
        assertThat(cars(standings + "best_lap" + then)).containsExactly("9", "7");
        assertThat(cars(standings + "race")).containsExactly("7", "9");
        assertThat(cars(standings + "race" + then)).containsExactly("9", "7");
        JsonNode race = platform.get("/sessions/circle/standings?known_at=" + between);
        assertThat(race.path("by").asString()).isEqualTo("race");
        assertThat(race.path("at_s").asDouble()).isEqualTo(25);
        assertThat(race.at("/standings/1/position").asInt()).isEqualTo(2);
        assertThat(platform.get("/sessions/circle/standings").path("at_s").asDouble())
                .isEqualTo(49.98);
        JsonNode second = platform.get(standings + "best_lap").at("/standings/1");
        assertThat(second.path("best_lap_s").asDouble()).isEqualTo(21);
        assertThat(second.path("gap_s").asDouble()).isEqualTo(1);
        JsonNode nothing = platform.get("/sessions/circle/standings?known_at=2020-01-01T00:00:00Z");
        assertThat(nothing.path("standings")).isEmpty();
        assertThat(nothing.path("at_s").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions/circle/laps?known_at=noon, 400, ISO 8601",
        "/sessions/circle/standings?as_of=12, 400, ISO 8601",
        "/sessions/circle/standings?by=name, 400, best_lap",
        "/sessions/circle/laps?at=1, 400, known_at",
        "/sessions/circle/laps?car=8, 404, 7",
        "/sessions/nobody/laps, 404, circle"
    })
    void refusesWhatItCannotAnswer(String path, int status, String remedy) {
        var answer = platform.answer(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(RunningPlatform.json(answer).path("remedy").asString()).contains(remedy);
    }

    private static List<String> cars(String path) {
        return platform.get(path)
                .path("standings")
                .valueStream()
                .map(line -> line.path("car").asString())
                .toList();
    }

    private static JsonNode timeOfNine() {
        return platform.get("/sessions/circle/laps?car=9").at("/laps/0/lap");
    }

    private static TimingEvent lap(EntryId car, int revision, long seconds) {
        return new LapCompleted(
                car,
                revision,
                1,
                LapKind.FLYING,
                START + EpochNanos.ofSeconds(5),
                seconds * EpochNanos.PER_SECOND,
                List.of(),
                Witness.GATE,
                0,
                OptionalInt.empty());
    }
}
