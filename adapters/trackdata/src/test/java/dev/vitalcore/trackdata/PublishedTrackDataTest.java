package dev.vitalcore.trackdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState.Circuit;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.MisbehavingServer;
import dev.vitalcore.platform.calls.MisbehavingServer.Behaviour;
import dev.vitalcore.platform.calls.MovedClock;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on loopback that behaves as it is told; nothing is asked of the real one. */
class PublishedTrackDataTest {
    private static final CallPolicy POLICY = policy(Duration.ofSeconds(20));
    private static final CallPolicy SHORT = policy(Duration.ofMillis(100));
    private static final String VERSION = "ETag: \"v1\"";
    private static final String SATURDAY = "Last-Modified: Sat, 23 May 2026 08:00:00 GMT";

    @TempDir private Path directory;
    private final MovedClock clock = new MovedClock();
    private final MisbehavingServer server =
            new MisbehavingServer(
                    MisbehavingServer.answering(200, Published.TWO, VERSION, SATURDAY));
    private final GuardedCalls calls = calls(POLICY);
    private PublishedTrackData provider;

    private static CallPolicy policy(Duration limit) {
        return new CallPolicy(
                "track-data",
                new CallPolicy.Purpose("published circuits", "no circuit"),
                limit,
                new CallPolicy.Places(2, Duration.ofMillis(1)),
                CallPolicy.Attempts.one(),
                new CallPolicy.Breaker(
                        4, 2, 50, Duration.ofSeconds(15), 100, Duration.ofSeconds(60), 1),
                CallPolicy.Fallback.NONE);
    }

    private GuardedCalls calls(CallPolicy policy) {
        return new ResilientCalls(List.of(policy), clock, length -> {});
    }

    @BeforeEach
    void open() {
        provider = at(server.address().resolve("/circuits.geojson?token=secret"));
    }

    private PublishedTrackData at(URI address) {
        return new PublishedTrackData(address, directory.resolve("track-data"), clock);
    }

    @AfterEach
    void close() {
        server.close();
        provider.close();
    }

    @Test
    void readsTheCircuitsAndSendsNothingOfUs() {
        assertThat(fetched())
                .extracting(PublishedCircuit::name)
                .containsExactly("Talheimring", "Harbour");

        assertThat(server.requests())
                .containsExactly("GET /circuits.geojson?token=secret HTTP/1.1");
        assertThat(server.headers()).noneMatch(header -> header.startsWith("If-"));
    }

    @Test
    void asksForANewerVersionOnly() throws IOException {
        fetched();
        clock.move(Duration.ofDays(2));
        server.behave(MisbehavingServer.answering(304, "", VERSION));

        assertThat(fetched()).hasSize(2);

        assertThat(server.headers())
                .contains(
                        "If-None-Match: \"v1\"",
                        "If-Modified-Since: Sat, 23 May 2026 08:00:00 GMT");
        assertThat(provider.lastGood().orElseThrow().at()).isEqualTo(clock.instant());
        try (PublishedTrackData restarted =
                at(server.address().resolve("/circuits.geojson?token=secret"))) {
            assertThat(restarted.lastGood().orElseThrow().at()).isEqualTo(clock.instant());
            assertThat(restarted.lastGood().orElseThrow().circuits()).hasSize(2);
        }
    }

    @Test
    void takesANewerVersion() {
        fetched();
        server.behave(MisbehavingServer.answering(200, Published.ONE, "ETag: \"v2\""));

        assertThat(fetched()).extracting(PublishedCircuit::name).containsExactly("New");

        fetched();
        assertThat(server.headers()).contains("If-None-Match: \"v2\"");
    }

    @Test
    void aVersionThatNobodyHasIsAFailure() {
        server.behave(MisbehavingServer.answering(304, ""));

        assertThat(failure().text()).contains("HTTP 304");
    }

    @Test
    void keepsTheLastGoodOneWhereAnAnswerCannotBeUsed() {
        fetched();
        server.behave(MisbehavingServer.answering(200, "<html>Sign in</html>"));

        assertThat(failure().text()).contains("no usable JSON");
        assertThat(provider.lastGood().orElseThrow().circuits()).hasSize(2);
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("circuits.geojson"), Published.ONE);
        try (PublishedTrackData fromFile = at(file.toUri())) {
            assertThat(calls.call(POLICY, fromFile::fetch)).hasSize(1);
            assertThat(fromFile.provider()).isEqualTo("circuits.geojson");
            Files.delete(file);

            assertThatThrownBy(() -> calls.call(POLICY, fromFile::fetch))
                    .hasMessageContaining("there is no file " + file);
            assertThat(fromFile.lastGood()).isPresent();
        }
    }

    @Test
    void refusesAnAddressAndNeverShowsItsSecrets() {
        for (String address :
                List.of(
                        "ftp://me:secret@tracks.example/a?token=secret",
                        "https://me:secret@tracks.example/a",
                        "circuits.geojson",
                        "file://elsewhere/a.geojson")) {
            assertThatThrownBy(() -> at(URI.create(address)))
                    .as(address)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("is no address of track data")
                    .hasMessageNotContaining("secret");
        }
        server.behave(MisbehavingServer.answering(500, ""));
        assertThat(failure().text()).contains("HTTP 500").doesNotContain("secret");
    }

    @Test
    void endsWhereNobodyListensAndRecoversByItself() {
        server.close();
        assertThat(failure().text())
                .contains("no connection to " + server.address().getAuthority());
        assertThat(failure().code()).isEqualTo("call-failed");
        assertThat(failure().code()).isEqualTo("call-open");
        try (MisbehavingServer back =
                server.again(MisbehavingServer.answering(200, Published.TWO))) {
            assertThat(failure().code()).isEqualTo("call-open");
            clock.move(Duration.ofSeconds(61));

            assertThat(fetched()).hasSize(2);

            assertThat(back.requests()).hasSize(1);
            assertThat(calls.states().getFirst().circuit()).isEqualTo(Circuit.CLOSED);
        }
    }

    @Test
    void endsWhereNothingComes() {
        assertTimedOutAndHungUp(MisbehavingServer.silent());
    }

    @Test
    void endsWhereTheBodyTrickles() {
        assertTimedOutAndHungUp(MisbehavingServer.trickling());
    }

    private void assertTimedOutAndHungUp(Behaviour behaviour) {
        server.behave(behaviour);
        GuardedCalls shortly = calls(SHORT);

        Fault fault = catchThrowableOfType(Fault.class, () -> shortly.call(SHORT, provider::fetch));

        assertThat(fault.code()).isEqualTo("call-timed-out");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.hungUp() == 1);
    }

    @Test
    void endsWhereTheBodyHasNoEnd() {
        server.behave(MisbehavingServer.endless());

        assertThat(failure().text()).contains("longer than 4194304 bytes");
    }

    @Test
    void endsWhereTheServerHangsUpOrSpeaksNoHttp() {
        server.behave(MisbehavingServer.hangingUp());
        assertThat(failure().code()).isEqualTo("call-failed");
        server.behave(MisbehavingServer.babbling());
        assertThat(failure().code()).isEqualTo("call-failed");
    }

    @Test
    void followsNoRedirect() {
        server.behave(
                MisbehavingServer.answering(302, "", "Location: http://127.0.0.1:1/elsewhere"));

        assertThat(failure().text()).contains("HTTP 302");
    }

    @Test
    void comesBackWhenItIsTold() {
        server.behave(MisbehavingServer.answering(429, "", "Retry-After: 30"));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(30));
    }

    private List<PublishedCircuit> fetched() {
        return calls.call(POLICY, provider::fetch);
    }

    private Fault failure() {
        return catchThrowableOfType(Fault.class, this::fetched);
    }
}
