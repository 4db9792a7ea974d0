package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.TopicSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a real broker that was stopped. */
class LogFilesIT {
    private static final String TOPIC = "some.blocks";
    private static final int RECORDS = 2_000;

    @TempDir Path directory;
    private Map<Integer, Long> ends = Map.of();

    @BeforeEach
    void appendAndStop() {
        try (EmbeddedKafka broker =
                        EmbeddedKafka.start(
                                EmbeddedKafkaSettings.in(directory),
                                fault -> {
                                    throw fault;
                                });
                KafkaEventLog log =
                        new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()))) {
            log.ensureTopic(new TopicSpec(TOPIC, 4, Duration.ZERO));
            log.ensureTopic(new TopicSpec(TOPIC + "-2", 1, Duration.ZERO));
            log.append(TOPIC + "-2", "other", new byte[] {1}).toCompletableFuture().join();
            for (int number = 0; number < RECORDS; number++) {
                var appended = log.append(TOPIC, "key " + number % 7, value(number));
                if (number % 100 == 99) {
                    appended.toCompletableFuture().join();
                }
            }
            ends = new TreeMap<>(log.endOffsets(TOPIC));
        }
    }

    @Test
    void readsAllRecordsInTheOrderOfEachPartitionAndChangesNothing() throws IOException {
        Map<Path, Long> before = files();
        List<LogRecord> read = new ArrayList<>();

        Map<Integer, Long> found = LogFiles.in(directory).read(TOPIC, read::add);

        assertThat(read).hasSize(RECORDS);
        ends.values().removeIf(end -> end == 0);
        assertThat(found).isEqualTo(ends);
        Map<Integer, Long> next = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (LogRecord record : read) {
            assertThat(record.offset())
                    .isEqualTo(next.merge(record.partition(), 1L, Long::sum) - 1);
            int number = ByteBuffer.wrap(record.value()).getInt();
            assertThat(record.key()).isEqualTo("key " + number % 7);
            Integer earlier = numbers.put(record.key(), number);
            assertThat(earlier == null || earlier < number).isTrue();
        }
        assertThat(read).extracting(LogRecord::recordedNanos).isSorted();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void leavesOutABatchThatWasNeverWholeAndRefusesADamagedOne() throws IOException {
        Path file = largest();
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size - 3);
        }
        List<LogRecord> read = new ArrayList<>();
        LogFiles.in(directory).read(TOPIC, read::add);
        assertThat(read).isNotEmpty().hasSizeLessThan(RECORDS);

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 200);
        }
        assertThatThrownBy(() -> LogFiles.in(directory).read(TOPIC, record -> {}))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("log-files-unreadable"));
    }

    @Test
    void refusesADirectoryWithoutALog() {
        assertThatThrownBy(() -> LogFiles.in(directory.resolve("none")).read(TOPIC, record -> {}))
                .isInstanceOf(Fault.class);
    }

    private static byte[] value(int number) {
        return ByteBuffer.allocate(64).putInt(number).array();
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            return files.filter(file -> file.toString().contains(TOPIC + "-"))
                    .filter(file -> file.toString().endsWith(".log"))
                    .max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }

    private Map<Path, Long> files() throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(file, Files.getLastModifiedTime(file).toMillis() + Files.size(file));
            }
        }
        return sizes;
    }
}
