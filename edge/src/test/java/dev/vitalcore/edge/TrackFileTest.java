package dev.vitalcore.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Point;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackFileTest {
    private static final String ROAD_AMERICA =
            """
            { "name": "Road America",
              "gates": [
                { "kind": "start_finish", "name": "start-finish",
                  "latitude": 43.797907, "longitude": -87.989638, "heading_deg": 179.2, "width_m": 30 },
                { "kind": "sector",
                  "latitude1": 43.7921, "longitude1": -87.9896, "latitude2": 43.7921, "longitude2": -87.9893 },
                { "kind": "pit_entry", "name": "in", "latitude": 43.8, "longitude": -87.99, "width_m": 12 }
              ] }
            """;

    @TempDir private Path directory;

    @Test
    void readsGatesInBothForms() throws IOException {
        TrackFile track = TrackFile.read(file(ROAD_AMERICA));

        assertThat(track.name()).isEqualTo("Road America");
        assertThat(track.gates())
                .containsExactly(
                        new DeclaredGate(
                                Kind.START_FINISH,
                                "start-finish",
                                new Point(43.797907, -87.989638, 179.2, 30)),
                        new DeclaredGate(
                                Kind.SECTOR,
                                "sector-2",
                                new Line(43.7921, -87.9896, 43.7921, -87.9893)),
                        new DeclaredGate(
                                Kind.PIT_ENTRY, "in", new Point(43.8, -87.99, Double.NaN, 12)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nonsense|expected a value",
                "[]|the file must be an object",
                "{\"name\":\"x\"}|'gates' must be an array",
                "{\"name\":\"x\",\"gates\":[]}|exactly one gate of kind 'start_finish'",
                "{\"name\":\"x\",\"gates\":[{\"kind\":\"finish\"}]}|'kind' of gate 1 is 'finish'",
                "{\"name\":\"x\",\"gates\":[{\"kind\":\"sector\",\"latitude\":1}]}|'longitude' of gate 1 must be a"
                        + " number",
                "{\"name\":\"x\",\"gates\":[{\"kind\":\"sector\",\"latitude\":91,\"longitude\":1}]}|'latitude' of"
                        + " gate 1 is 91.0",
            })
    void refusesOtherContentNamingTheKey(String content, String message) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> TrackFile.read(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("track-file-invalid"))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "sector|\"width_m\":-30|'width_m' of gate 1 is -30.0; use 1.0 to 1000.0",
                "sector|\"width_m\":0|'width_m' of gate 1 is 0.0; use 1.0 to 1000.0",
                "sector|\"width_m\":1001|'width_m' of gate 1 is 1001.0; use 1.0 to 1000.0",
                "sector|\"heading_deg\":-1|'heading_deg' of gate 1 is -1.0; use 0.0 to 360.0",
                "sector|\"heading_deg\":361|'heading_deg' of gate 1 is 361.0; use 0.0 to 360.0",
                "pit_entry|\"heading_deg\":90|'width_m' of gate 1 is missing; a pit gate needs",
                "pit_exit|\"heading_deg\":90|'width_m' of gate 1 is missing; a pit gate needs",
            })
    void refusesAGateThatCannotBeSo(String kind, String what, String message) throws IOException {
        Path file =
                file(
                        "{\"name\":\"x\",\"gates\":[{\"kind\":\"%s\",\"latitude\":1,\"longitude\":1,%s}]}"
                                .formatted(kind, what));

        assertThatThrownBy(() -> TrackFile.read(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("track-file-invalid"))
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> TrackFile.read(directory.resolve("no.json")))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("track-file-not-found"));
    }

    @Test
    void replacesTheGatesOfARecording() throws IOException {
        TrackFile track = TrackFile.read(file(ROAD_AMERICA));
        Path run = RealRecordings.file("vbo/25IR05_RdAm_FP1_Run01_KO.vbo");

        try (Recording recording = Recordings.open(run).withGates(track.gates())) {
            var blocks = recording.blocks(Samples.SOURCE, Samples.ENTRY, Samples.BLOCK_NANOS);

            assertThat(recording.declaration().gates()).isEqualTo(track.gates());
            assertThat(blocks.next().declaration().orElseThrow().gates()).isEqualTo(track.gates());
            assertThat(blocks.next().declaration()).isEmpty();
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("track.json"), content);
    }
}
