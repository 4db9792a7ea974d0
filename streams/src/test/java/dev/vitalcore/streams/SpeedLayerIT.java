package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedLayerIT {
    private static final int CARS = 12;
    private static final int BLOCKS = 60;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path directory;

    private TestLog log;

    @BeforeEach
    void startLog() {
        log = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void stopLog() {
        log.close();
    }

    @Test
    void blocksInEventsOut() {
        List<TelemetryBlock> race = race(0, BLOCKS);
        log.append(race);

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race);

            await().atMost(LIMIT).until(() -> layer.status().checkpointAge().isPresent());
            assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.RUNNING);
        }
    }

    @Test
    void afterAStopItGoesOnWhereItWas() {
        log.append(race(0, 30));
        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, 30));
            assertThat(layer.status().detail()).startsWith("began at the beginning of the log");
        }
        int before = log.events().size();
        log.append(race(30, BLOCKS));

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, BLOCKS));

            assertThat(layer.status().detail()).startsWith("resumed from chk-");
            assertThat(log.events().subList(0, before))
                    .doesNotContainAnyElementsOf(log.events().subList(before, log.events().size()));
        }
    }

    @Test
    void afterBeingKilledItGivesTheSameEventsAsWithout() throws Exception {
        Path state = directory.resolve("state");
        for (int part = 0; part < 3; part++) {
            log.append(race(part * 20, part * 20 + 20));
            int before = log.events().size();
            Process process =
                    TestProcesses.start(
                            SpeedLayerProcess.class,
                            directory.resolve("process.log"),
                            log.bootstrapServers(),
                            state.toString());
            try {
                log.awaitEvents(before + 1, process);
                if (part == 2) {
                    awaitCheckpoint();
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, BLOCKS));
            assertThat(layer.status().detail()).startsWith("resumed from chk-");
        }
    }

    /** The first two are killed with or without one, as it comes. */
    private void awaitCheckpoint() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !checkpoints().isEmpty());
    }

    @Test
    void aTornCheckpointIsSetAsideAndTheOneBeforeIsUsed() throws IOException {
        runOnceOver(race(0, 30));
        Path newest = checkpoints().getFirst();
        truncate(newest.resolve("_metadata"));
        log.append(race(30, BLOCKS));

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, BLOCKS));

            assertThat(layer.status().detail())
                    .startsWith("resumed from chk-")
                    .endsWith(newest.getFileName() + " was unusable");
        }
        assertThat(directory.resolve("state/unusable").resolve(newest.getFileName())).exists();
    }

    @Test
    void aDamagedStateFileIsFoundAndTheCheckpointBeforeIsUsed() throws IOException {
        runOnceOver(race(0, 30));
        Path newest = checkpoints().getFirst();
        for (Path file : filesOf(newest)) {
            if (!file.endsWith("_metadata")) {
                damage(file);
            }
        }
        log.append(race(30, BLOCKS));

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, BLOCKS));

            assertThat(layer.status().detail()).endsWith(newest.getFileName() + " was unusable");
        }
    }

    @Test
    void withoutAnyUsableCheckpointItReadsTheLogFromItsBeginning() throws IOException {
        runOnceOver(race(0, 30));
        for (Path checkpoint : checkpoints()) {
            truncate(checkpoint.resolve("_metadata"));
        }
        log.append(race(30, BLOCKS));

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(race(0, BLOCKS));

            assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.RUNNING);
            assertThat(layer.status().detail()).startsWith("began at the beginning of the log");
        }
    }

    /** Flink cannot make its directory beside the checkpoints: none of them is to blame. */
    @Test
    void aFailureThatIsNotTheCheckpointsCostsNone() throws IOException {
        runOnceOver(race(0, 30));
        List<Path> before = checkpoints();
        Path inTheWay = before.getFirst().resolveSibling("shared");
        Files.delete(inTheWay);
        Files.writeString(inTheWay, "in the way");

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("speed-layer-start"));

        assertThat(checkpoints()).isEqualTo(before);
        assertThat(directory.resolve("state/unusable")).doesNotExist();
    }

    @Test
    void aPoisonRecordBecomesADeadLetterAndTheJobGoesOn() {
        byte[] poison = "not a block".getBytes(StandardCharsets.UTF_8);
        List<TelemetryBlock> race = race(0, BLOCKS);
        try (SpeedLayer layer = start()) {
            log.appendRaw("race/car-0", poison);
            log.append(race);

            log.awaitEventsOf(race);
            DeadLetter letter = log.awaitDeadLetter();

            assertThat(letter.code()).isEqualTo("block-undecodable");
            assertThat(letter.position()).matches("telemetry\\.blocks/\\d@0");
            assertThat(letter.payload()).isEqualTo(poison);
            assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.RUNNING);
        }
    }

    @Test
    void aLogOutOfReachIsWaitedForAndCostsNoCheckpoint() throws IOException {
        runOnceOver(race(0, 30));
        log.append(race(30, BLOCKS));
        String bootstrapServers = log.bootstrapServers();
        log.close();

        try (SpeedLayer layer = start(bootstrapServers)) {
            await().atMost(LIMIT)
                    .until(() -> layer.status().state() == SpeedLayer.State.RESTARTING);
            log = new TestLog(directory.resolve("log"));

            log.awaitEventsOf(race(0, BLOCKS));
            await().atMost(LIMIT).until(() -> layer.status().state() == SpeedLayer.State.RUNNING);
            assertThat(layer.status().detail()).matches("resumed from chk-\\d+");
        }
        assertThat(log.bootstrapServers()).isEqualTo(bootstrapServers);
    }

    @Test
    void whatIsClosedSaysSo() {
        SpeedLayer layer = start();
        layer.close();

        layer.close();

        assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.FAILED);
        assertThat(layer.status().detail()).contains("closed");
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Files.writeString(directory.resolve("state"), "in the way");

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("speed-layer-directory");
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
                            assertThat(fault).hasMessageContaining(directory.toString());
                        });
    }

    /** Road America, one flying lap: 114.960 s by the car's own position and its stored line. */
    @Test
    void aRealRecordingGivesItsLap() {
        Path recording =
                Path.of(System.getProperty("vitalcore.recordings", "none"))
                        .resolve("vbo/25IR05_RdAm_FP1_Run04_KO.vbo");
        assumeTrue(
                Files.exists(recording),
                () -> "SKIPPED: there is no recording at " + recording.toAbsolutePath());
        List<TelemetryBlock> blocks = new ArrayList<>();
        try (Recording opened = Recordings.open(recording)) {
            opened.blocks(new SourceId("vbox"), EntryId.parse("fp1/25"), EpochNanos.PER_SECOND / 5)
                    .forEachRemaining(blocks::add);
        }
        log.append(blocks);

        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(blocks);

            assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.RUNNING);
        }
        assertThat(log.flyingLapSeconds()).singleElement(DOUBLE).isCloseTo(114.960, within(0.02));
    }

    private SpeedLayer start() {
        return start(log.bootstrapServers());
    }

    private SpeedLayer start(String bootstrapServers) {
        return SpeedLayer.start(
                new SpeedLayer.Settings(
                        bootstrapServers, directory.resolve("state"), 1, Duration.ofMillis(200)),
                TestSchemas.SCHEMAS);
    }

    /** Leaves at least two checkpoints, the newest of which knows all the blocks. */
    private void runOnceOver(List<TelemetryBlock> blocks) throws IOException {
        log.append(blocks);
        try (SpeedLayer layer = start()) {
            log.awaitEventsOf(blocks);
            await().atMost(LIMIT).until(() -> checkpoints().size() >= 3);
            assertThat(layer.status().state()).isEqualTo(SpeedLayer.State.RUNNING);
        }
    }

    /** Blocks of all cars as they would come in: the clock of all cars is the same. */
    private static List<TelemetryBlock> race(int fromBlock, int toBlock) {
        List<List<TelemetryBlock>> cars = new ArrayList<>();
        for (int car = 0; car < CARS; car++) {
            cars.add(TestBlocks.recording("logger-" + car, "race/car-" + car, BLOCKS));
        }
        List<TelemetryBlock> all = new ArrayList<>();
        for (int number = fromBlock; number < toBlock; number++) {
            for (List<TelemetryBlock> car : cars) {
                all.add(car.get(number));
            }
        }
        return all;
    }

    /** The complete ones, newest first. */
    private List<Path> checkpoints() throws IOException {
        Path ofJob = directory.resolve("state/checkpoints").resolve(LocalJob.ID.toString());
        try (Stream<Path> all = Files.list(ofJob)) {
            return all.filter(path -> Files.exists(path.resolve("_metadata")))
                    .sorted(
                            Comparator.comparingInt((Path path) ->
                                            Integer.parseInt(
                                                    path.getFileName().toString().substring(4)))
                                    .reversed())
                    .toList();
        }
    }

    private static List<Path> filesOf(Path checkpoint) throws IOException {
        try (Stream<Path> files = Files.list(checkpoint)) {
            return files.toList();
        }
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = bytes.length / 2; at < bytes.length; at += 7) {
            bytes[at] ^= 0x55;
        }
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
