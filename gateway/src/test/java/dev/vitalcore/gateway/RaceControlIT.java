package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.RaceFeed;
import dev.vitalcore.simulation.race.RaceSettings;
import dev.vitalcore.simulation.race.Truth;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the circuit of a simulated race sends, as callers find it. */
class RaceControlIT {
    private static final SessionId RACE = new SessionId("race");
    private static final long START = EpochNanos.of(Instant.parse("2026-05-01T12:00:00Z"));
    private static final String PATH = "/sessions/race";
    private static final int BLOCKS_A_CALL = 500;

    /** Of the one car that sends here: enough to be there. */
    private static final int BLOCKS_OF_THE_CAR = 20;

    @TempDir static Path directory;
    private static RunningPlatform platform;
    private static Truth truth;

    @BeforeAll
    static void feedARace() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        RaceFeed feed = new RaceFeed(new RaceSettings("harbour", 6, 5, 3), RACE, START);
        List<TelemetryBlock> batch = new ArrayList<>();
        long blocks = 0;
        while (feed.hasNext()) {
            TelemetryBlock block = feed.next();
            boolean car = block.entry().car().equals("1") && block.sequence() < BLOCKS_OF_THE_CAR;
            if (car || block.entry().isTrackside()) {
                batch.add(block);
            }
            blocks += block.entry().isTrackside() ? 1 : 0;
            if (batch.size() == BLOCKS_A_CALL || !feed.hasNext()) {
                assertThat(platform.feed(batch).path("accepted").asInt()).isEqualTo(batch.size());
                batch.clear();
            }
        }
        truth = feed.truth();
        long arrived = blocks;
        await().atMost(Duration.ofSeconds(60)).until(() -> arrived(arrived));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        messages("").stream()
                                .anyMatch(one -> one.path("flag").asString().equals("chequered")));
    }

    private static boolean arrived(long blocks) {
        return StreamSupport.stream(
                        platform.get(PATH + "/ledger").path("ledger").spliterator(), false)
                .anyMatch(line ->
                        line.path("car").asString().equals("trackside")
                                && line.path("arrived").asLong() == blocks);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void tellsTheFlagsThatWereShown() {
        List<JsonNode> flags = ofKind("flag", "");

        assertThat(flags)
                .extracting(flag -> flag.path("flag").asString())
                .isEqualTo(
                        truth.flags().stream()
                                .map(flag -> flag.flag().name().toLowerCase(Locale.ROOT))
                                .toList())
                .contains("yellow", "safety_car");
        for (int index = 1; index < flags.size(); index++) {
            assertThat(flags.get(index).path("at_s").asDouble())
                    .isCloseTo(truth.flags().get(index).seconds(), within(0.11));
        }
        assertThat(flags.getLast().path("text").asString()).isEqualTo("Chequered flag");
    }

    @Test
    void tellsWhichCarSpunAndWhichSectorsWereCovered() {
        Truth.Incident spin =
                truth.incidents().stream()
                        .filter(one -> one.kind() == Truth.Kind.SPIN)
                        .findFirst()
                        .orElseThrow();

        JsonNode told =
                ofKind("incident", "").stream()
                        .filter(one -> one.path("incident").asString().equals("spin"))
                        .findFirst()
                        .orElseThrow();

        assertThat(told.path("car").asString()).isEqualTo(Integer.toString(spin.car() + 1));
        assertThat(told.path("at_s").asDouble()).isCloseTo(spin.seconds(), within(0.001));
        assertThat(told.path("text").asString()).matches("Car \\d: spin at (\\d,)?\\d{1,3} m");
        String around = "?from_s=" + (spin.seconds() - 1) + "&to_s=" + (spin.seconds() + 2);
        assertThat(ofKind("sector_flag", around))
                .extracting(one -> one.path("flag").asString())
                .contains("yellow", "double_yellow")
                .doesNotContain("clear");
    }

    @Test
    void countsTheMarshalSectorsAndAllMessages() {
        JsonNode answer = platform.get(PATH + "/race-control");

        assertThat(answer.path("marshal_sectors").asInt()).isEqualTo(15);
        assertThat(answer.path("total").asInt()).isEqualTo(answer.path("messages").size());
        assertThat(
                        answer.path("messages")
                                .valueStream()
                                .map(message -> message.path("at_s").asDouble())
                                .toList())
                .hasSizeGreaterThan(8)
                .isSorted();
    }

    @Test
    void takesTheCircuitForASourceButForNoCar() {
        assertThat(platform.get(PATH).path("title").asString())
                .isEqualTo("Race at Harbour (simulated)");
        assertThat(platform.get("/sessions").at("/sessions/0/entries").asInt()).isEqualTo(1);
        assertThat(platform.get(PATH + "/entries").path("entries"))
                .extracting(entry -> entry.path("car").asString())
                .containsExactly("1");
        assertThat(platform.get(PATH + "/sources").path("sources"))
                .extracting(source -> source.path("format").asString())
                .containsExactlyInAnyOrder("simulation", "simulation-trackside");
        assertThat(platform.answer(PATH + "/entries/trackside/laps").statusCode()).isEqualTo(404);
    }

    @Test
    void givesItsChannelsAndSeriesAsThoseOfACar() {
        assertThat(platform.get(PATH + "/entries/trackside/channels").path("channels"))
                .extracting(channel -> channel.path("name").asString())
                .contains("flag", "flag_sector_15", "incident_kind", "rain_intensity");

        JsonNode series =
                platform.get(PATH + "/entries/trackside/series?channels=air_pressure&points=100")
                        .at("/series/0");

        assertThat(series.path("unit").asString()).isEqualTo("hPa");
        assertThat(series.at("/y/0").asDouble()).isBetween(980.0, 990.0);
        String frames = PATH + "/frames?channels=flag&from_s=0&to_s=10&hz=1&cars=trackside";
        assertThat(platform.answer(frames).body()).contains("\"car\":\"trackside\"");
    }

    @Test
    void checksExpressionsOverItsChannels() {
        String body =
                """
                {"expression":"air_pressure * 2","session":"race","car":"trackside"}
                """;

        JsonNode check =
                RunningPlatform.json(
                        platform.post(
                                "/math-channels/check",
                                "application/json",
                                body.getBytes(StandardCharsets.UTF_8)));

        assertThat(check.path("unit").asString()).isEqualTo("hPa");
    }

    @Test
    void sendsItsValuesLiveUnderItsName() {
        LiveListener client = LiveListener.eager();
        WebSocket socket =
                platform.http()
                        .newWebSocketBuilder()
                        .buildAsync(platform.live("race"), client)
                        .join();

        JsonNode hello = client.await("hello");
        JsonNode samples =
                client.await("samples", frame -> frame.at("/cars/trackside/values").size() > 0);

        assertThat(hello.path("entries"))
                .extracting(entry -> entry.path("car").asString())
                .containsExactly("1");
        assertThat(hello.path("laps").has("trackside")).isFalse();
        assertThat(samples.at("/cars/trackside/values/flag").asInt()).isEqualTo(5);
        assertThat(samples.at("/cars/trackside/values/marshal_sectors").asInt()).isEqualTo(15);
        socket.abort();
    }

    @Test
    void theRaceEndsWithTheChequeredFlag() {
        double flag =
                messages("").stream()
                        .filter(one -> one.path("flag").asString().equals("chequered"))
                        .findFirst()
                        .orElseThrow()
                        .path("at_s")
                        .asDouble();
        // The winner parks before the line; the second drives on, through the pit lane.
        platform.publish(
                List.of(
                        lap("2", 1, flag - 100, flag - 0.1),
                        lap("1", 1, flag - 100, flag + 3),
                        lap("1", 2, flag + 3, flag + 90)));
        String standing = PATH + "/standing?at_s=" + (flag + 100);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.get(PATH + "/entries/1/laps").path("laps").size() == 2
                                && platform.get(standing).path("standing").size() == 2);

        JsonNode end = platform.get(standing).path("standing");

        assertThat(end.at("/0/car").asString()).isEqualTo("2");
        assertThat(end.at("/0/laps").asInt()).isEqualTo(1);
        assertThat(end.at("/1/laps").asInt()).isEqualTo(1);
    }

    private static TimingEvent lap(String car, int number, double fromS, double untilS) {
        return new TimingEvent.LapCompleted(
                EntryId.parse(RACE + "/" + car),
                1,
                number,
                TimingEvent.LapKind.FLYING,
                START + EpochNanos.ofSeconds(fromS),
                EpochNanos.ofSeconds(untilS - fromS),
                List.of(),
                TimingEvent.Witness.GATE,
                0,
                OptionalInt.empty());
    }

    @Test
    void refusesAParameterThatThereIsNot() {
        assertThat(platform.answer(PATH + "/race-control?limit=5").statusCode()).isEqualTo(400);
    }

    private static List<JsonNode> ofKind(String kind, String query) {
        return messages(query).stream()
                .filter(message -> message.path("kind").asString().equals(kind))
                .toList();
    }

    private static List<JsonNode> messages(String query) {
        return platform.get(PATH + "/race-control" + query).path("messages").valueStream().toList();
    }
}
