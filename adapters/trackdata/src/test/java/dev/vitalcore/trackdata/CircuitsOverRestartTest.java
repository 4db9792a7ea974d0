package dev.vitalcore.trackdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.Answer;
import dev.vitalcore.platform.calls.MisbehavingServer;
import dev.vitalcore.platform.calls.MovedClock;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.domain.circuit.CircuitSearch.Clues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The use case over the real adapter and the real guard: what a user has when the network is gone.
 */
class CircuitsOverRestartTest {
    private static final Clues TALHEIM = new Clues(Optional.empty(), List.of("Talheim"));

    @TempDir private Path directory;
    private final MovedClock clock = new MovedClock();
    private final MisbehavingServer server =
            new MisbehavingServer(MisbehavingServer.answering(200, Published.TWO, "ETag: \"v1\""));

    @AfterEach
    void close() {
        server.close();
    }

    /** One life of the platform. */
    private <T> T inOneLife(Asked<T> asked) {
        return inOneLife(server.address(), asked);
    }

    private <T> T inOneLife(URI address, Asked<T> asked) {
        try (PublishedTrackData data = new PublishedTrackData(address, directory, clock)) {
            return asked.of(
                    new Circuits(
                            Optional.of(data),
                            new ResilientCalls(List.of(Circuits.POLICY), clock, length -> {}),
                            clock));
        }
    }

    private Answer<Circuits.Found> talheim() {
        return inOneLife(circuits -> circuits.of(TALHEIM));
    }

    private interface Asked<T> {
        T of(Circuits circuits);
    }

    @Test
    void theCircuitIsThereAfterARestartWithoutNetworkMarkedStale() {
        Instant fetched = clock.instant();
        talheim();
        server.close();
        clock.move(Duration.ofDays(40));

        Answer<Circuits.Found> answer = talheim();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Stale.class,
                        stale -> {
                            assertThat(stale.at()).isEqualTo(fetched);
                            assertThat(stale.reason()).contains("no connection");
                        });
        assertThat(answer.value().circuit().name()).isEqualTo("Talheimring");
    }

    @Test
    void aRestartWithinADayAsksNobody() {
        talheim();
        clock.move(Duration.ofHours(23));

        assertThat(talheim()).isInstanceOf(Answer.Fresh.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void isFreshAgainByItselfWhenTheProviderIsBack() {
        talheim();
        server.close();
        clock.move(Duration.ofDays(2));

        inOneLife(circuits -> {
            for (int i = 0; i < 3; i++) {
                assertThat(circuits.of(TALHEIM)).isInstanceOf(Answer.Stale.class);
            }
            assertThat(((Answer.Stale<?>) circuits.of(TALHEIM)).reason()).contains("is not called");
            try (MisbehavingServer back =
                    server.again(MisbehavingServer.answering(304, "", "ETag: \"v1\""))) {
                clock.move(Duration.ofSeconds(61));

                assertThat(circuits.of(TALHEIM))
                        .isInstanceOfSatisfying(
                                Answer.Fresh.class,
                                fresh -> assertThat(fresh.at()).isEqualTo(clock.instant()));

                assertThat(back.headers()).contains("If-None-Match: \"v1\"");
            }
            return circuits;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped", "cut", "head", "empty", "older", "garbage"})
    void aDamagedFileIsIgnoredAndReplaced(String damage) throws IOException {
        talheim();
        Path file = directory.resolve("circuits");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, damaged(damage).apply(whole.clone()));

        Answer<Circuits.Found> answer = talheim();

        assertThat(answer).isInstanceOf(Answer.Fresh.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.headers()).noneMatch(header -> header.startsWith("If-"));
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    private static UnaryOperator<byte[]> damaged(String how) {
        return switch (how) {
            case "flipped" ->
                    bytes -> {
                        bytes[bytes.length / 2] ^= 1;
                        return bytes;
                    };
            case "cut" -> bytes -> Arrays.copyOf(bytes, bytes.length - 10);
            case "head" -> bytes -> Arrays.copyOf(bytes, 40);
            case "empty" -> bytes -> new byte[0];
            case "older" ->
                    bytes ->
                            text(bytes)
                                    .replace("track-data 1", "track-data 0")
                                    .getBytes(StandardCharsets.UTF_8);
            default -> bytes -> new byte[] {0, 1, 2, 3};
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void whatAnotherAddressGaveIsNotGiven() {
        talheim();
        URI other = server.address().resolve("/other");
        server.close();

        assertThatThrownBy(() -> inOneLife(other, circuits -> circuits.of(TALHEIM)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void theAddressIsNotWrittenDown() throws IOException {
        URI secret = server.address().resolve("/circuits?token=secret");
        inOneLife(secret, circuits -> circuits.of(TALHEIM));

        assertThat(Files.readString(directory.resolve("circuits"))).doesNotContain("secret");
        assertThat(directory)
                .isDirectoryContaining("glob:**circuits")
                .isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDiskThatCannotBeWrittenCostsNoAnswer() throws IOException {
        Files.createDirectory(directory.resolve("circuits.new"));

        assertThat(talheim()).isInstanceOf(Answer.Fresh.class);
        assertThat(directory.resolve("circuits")).doesNotExist();
    }

    @Test
    void saysWhichCircuitsANameMayMeanAndWhatToDoWithoutAProvider() {
        assertThatThrownBy(() ->
                        inOneLife(circuits ->
                                circuits.of(new Clues(Optional.empty(), List.of("Spa")))))
                .hasMessageContaining("none of the 2 published circuits is called 'Spa'");
        Circuits off =
                new Circuits(Optional.empty(), ResilientCalls.of(List.of(Circuits.POLICY)), clock);
        assertThatThrownBy(() -> off.of(TALHEIM))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.remedy()).contains("--track-data-url"));
    }
}
