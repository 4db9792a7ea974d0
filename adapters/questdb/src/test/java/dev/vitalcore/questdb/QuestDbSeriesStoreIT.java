package dev.vitalcore.questdb;

import static dev.vitalcore.platform.series.BlockFixture.block;
import static dev.vitalcore.platform.series.BlockFixture.group;
import static dev.vitalcore.platform.series.BlockFixture.single;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStoreContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestDbSeriesStoreIT extends SeriesStoreContract {
    @Override
    protected SeriesStore open(Path directory) {
        return QuestDbSeriesStore.open(directory.resolve("series"));
    }

    @Test
    void losesNothingThatWasWrittenWhenTheProcessIsKilled(@TempDir Path directory)
            throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            int acknowledged = runAndKill(directory, 5 * kill);

            try (SeriesStore reopened = QuestDbSeriesStore.open(directory)) {
                double[] sequences =
                        reopened.read(
                                        WritesUntilKilled.ENTRY,
                                        List.of("sequence"),
                                        0,
                                        Long.MAX_VALUE,
                                        1_000_000)
                                .getFirst()
                                .values();
                assertThat(sequences.length).isGreaterThan(acknowledged);
                for (int sequence = 0; sequence < sequences.length; sequence++) {
                    assertThat(sequences[sequence]).isEqualTo(sequence);
                }
            }
        }
    }

    @Test
    void refusesADirectoryThatIsInUse(@TempDir Path directory) {
        try (SeriesStore first = QuestDbSeriesStore.open(directory)) {
            Fault fault = fault(() -> QuestDbSeriesStore.open(directory));

            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
            assertThat(fault.code()).isEqualTo("series-locked");
            assertThat(fault.text()).contains(directory.toString());
            assertThat(first.channels(CAR)).isEmpty();
        }
    }

    @Test
    void refusesAFileInPlaceOfTheDirectory(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("series"));

        Fault fault = fault(() -> QuestDbSeriesStore.open(file));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(fault.text()).contains(file.toString());
    }

    @Test
    void refusesTimesBefore1970AndKeepsNothingOfTheBatch() {
        Rows before =
                new Rows(
                        new long[] {-1},
                        List.of(
                                new Column.Singles(new float[1]),
                                new Column.Doubles(new double[1])));
        TelemetryBlock early =
                new TelemetryBlock(
                        new SourceId("clockless"),
                        CAR,
                        0,
                        new Layout(List.of(GPS)),
                        List.of(before),
                        Optional.empty(),
                        false);

        Fault fault = fault(() -> write(block("gps", CAR, 0, GPS, row(0, 1, 1)), early));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("clockless").contains("1970");
        assertThat(read("speed").values()).isEmpty();
    }

    @Test
    void refusesASourceThatChangesItsLayoutAllTheTime(@TempDir Path directory) {
        try (SeriesStore bounded =
                QuestDbSeriesStore.open(
                        directory, EngineSettings::new, new Catalogue.Bounds(2, 2))) {
            bounded.write(List.of(block("wild", CAR, 0, voltages("a"), row(0, 1))));
            bounded.write(List.of(block("wild", CAR, 1, voltages("b", "c"), row(1, 1, 2))));
            bounded.write(List.of(block("wild", CAR, 2, voltages("a"), row(2, 1))));

            Fault layouts =
                    fault(() ->
                            bounded.write(
                                    List.of(block("wild", CAR, 3, voltages("d"), row(3, 1)))));
            Fault channels =
                    fault(() ->
                            bounded.write(
                                    List.of(
                                            block(
                                                    "wide",
                                                    CAR,
                                                    0,
                                                    voltages("e", "f", "g"),
                                                    row(3, 1, 2, 3)))));

            assertThat(layouts.code()).isEqualTo("too-many-layouts");
            assertThat(channels.code()).isEqualTo("too-many-channels");
            assertThat(channels.text()).contains("3 channels");
        }
    }

    private static RateGroup voltages(String... names) {
        return group(
                Stream.of(names).map(name -> single(name, Unit.VOLT)).toArray(ChannelSpec[]::new));
    }

    /** Kills the writer after so many acknowledgements; the last one that it gave. */
    private static int runAndKill(Path directory, int acknowledgements) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritesUntilKilled.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = process.inputReader()) {
            int acknowledged = -1;
            for (int i = 0; i < acknowledgements; i++) {
                String line = lines.readLine();
                assertThat(line).as("the writer's line %d", i).isNotNull();
                acknowledged = Integer.parseInt(line);
            }
            return acknowledged;
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
