package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CircuitIT {
    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(new CircleRun("circle", "7").blocks(0, 2));
        platform.feed(List.of(new WideRun("bench").block(0)));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.answer("/sessions/circle").statusCode() == 200
                                && platform.answer("/sessions/bench").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void tellsTheCircuitNearWhichTheCarsAre() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.get("/sessions/circle/circuit")
                                .path("found_by")
                                .asString()
                                .equals("position"));

        JsonNode circuit = platform.get("/sessions/circle/circuit");
        assertThat(circuit.path("name").stringValue()).isEqualTo("Round Track");
        assertThat(circuit.path("place").stringValue()).isEqualTo("Circle");
        assertThat(circuit.path("length_m").doubleValue()).isEqualTo(1_257);
        assertThat(circuit.path("outline").path("latitude")).hasSize(5);
        assertThat(circuit.path("outline").path("longitude").get(2).doubleValue()).isEqualTo(9.002);
        assertThat(circuit.path("state").stringValue()).isEqualTo("fresh");
        assertThat(circuit.path("reason").isNull()).isTrue();
        assertThat(circuit.path("provider").stringValue()).isEqualTo("Scripted");
    }

    @Test
    void findsByItsScheduledNameTheCircuitOfASessionThatNobodyHasDrivenIn() {
        schedule("scheduled", "upper ring");

        JsonNode circuit = platform.get("/sessions/scheduled/circuit");

        assertThat(circuit.path("id").stringValue()).isEqualTo("xx-2");
        assertThat(circuit.path("found_by").stringValue()).isEqualTo("name");
        assertThat(circuit.path("length_m").isNull()).isTrue();
    }

    @Test
    void takesNoneWhereTheNameMayMeanTwo() {
        schedule("ambiguous", "Hill");

        HttpResponse<String> answer = platform.answer("/sessions/ambiguous/circuit");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("circuit-ambiguous", "Upper Ring (Hill)", "Lower Ring (Hill)");
    }

    @Test
    void saysThatNoneIsKnown() {
        HttpResponse<String> answer = platform.answer("/sessions/bench/circuit");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("circuit-unknown");
        assertThat(platform.answer("/sessions/nowhere/circuit").statusCode()).isEqualTo(404);
        assertThat(platform.answer("/sessions/circle/circuit?at=1").statusCode()).isEqualTo(400);
    }

    @Test
    void theTrackTellsThatThereIsAProviderToAsk() {
        assertThat(platform.get("/sessions/circle/track").path("track_data").booleanValue())
                .isTrue();
    }

    private static void schedule(String session, String circuit) {
        assertThat(
                        platform.command(
                                        session,
                                        "schedule",
                                        """
                                        {"command":"schedule_session","who":"anna","kind":"practice",
                                         "name":"FP1","circuit":"%s","start":"2026-06-01T12:00:00Z"}
                                        """
                                                .formatted(circuit))
                                .statusCode())
                .isLessThan(300);
    }
}
