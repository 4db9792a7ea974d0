package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogPosition;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final String TOPIC = "telemetry.blocks";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path directory;

    @Test
    void keepsRecordsOffsetsAndPortOverARestart() {
        int port;
        LogPosition before;
        try (TestBroker broker = TestBroker.start(directory);
                EventLog log = log(broker)) {
            port = broker.port();
            log.ensureTopic(new TopicSpec(TOPIC, 1, Duration.ZERO));
            append(log, 1).join();
            before = append(log, 2).join();
        }

        Queue<LogRecord> seen = new ConcurrentLinkedQueue<>();
        try (TestBroker broker = TestBroker.start(directory);
                EventLog log = log(broker)) {
            assertThat(broker.port()).isEqualTo(port);
            assertThat(log.endOffsets(TOPIC)).containsExactly(Map.entry(0, before.offset() + 1));
            assertThat(append(log, 3).join().offset()).isEqualTo(before.offset() + 1);
            try (Subscription reader = log.readFrom(TOPIC, Map.of(), seen::addAll)) {
                await().atMost(SOON).until(() -> seen.size() == 3);
                assertThat(reader.failure()).isEmpty();
            }
        }
        assertThat(seen)
                .extracting(record -> record.value()[0])
                .containsExactly((byte) 1, (byte) 2, (byte) 3);
    }

    /** The log outlives its broker: appends fail within their limit, then go on, as do readers. */
    @Test
    void failsAppendsWithinTheirLimitWhileTheBrokerIsDownAndGoesOnAfterwards() {
        TestBroker broker = TestBroker.start(directory);
        Queue<LogRecord> seen = new ConcurrentLinkedQueue<>();
        KafkaEventLogSettings hasty =
                KafkaEventLogSettings.at(broker.bootstrapServers())
                        .withAppendLimit(Duration.ofSeconds(2));
        try (EventLog log = new KafkaEventLog(hasty)) {
            log.ensureTopic(new TopicSpec(TOPIC, 1, Duration.ZERO));
            append(log, 1).join();
            try (Subscription reader = log.readFrom(TOPIC, Map.of(), seen::addAll)) {
                await().atMost(SOON).until(() -> seen.size() == 1);
                broker.close();

                assertThatThrownBy(() -> append(log, 2).join())
                        .cause()
                        .isInstanceOfSatisfying(
                                Fault.class,
                                fault -> {
                                    assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
                                    assertThat(fault.code()).isEqualTo("log-unreachable");
                                });

                broker = TestBroker.start(directory);
                await().atMost(SOON)
                        .until(() -> !append(log, 3).handle((p, e) -> e != null).join());
                await().atMost(SOON).until(() -> seen.size() >= 2);
                assertThat(seen)
                        .extracting(record -> record.value()[0])
                        .startsWith((byte) 1)
                        .contains((byte) 3);
                assertThat(reader.failure()).isEmpty();
            }
        } finally {
            broker.close();
        }
    }

    @Test
    void refusesASecondBrokerOnTheSameDirectory() {
        try (TestBroker broker = TestBroker.start(directory)) {
            assertThatThrownBy(() -> TestBroker.start(directory))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> {
                                assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
                                assertThat(fault.code()).isEqualTo("log-directory-in-use");
                                assertThat(fault.text()).contains(directory.toString());
                            });
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedKafkaSettings settings =
                    new EmbeddedKafkaSettings(directory, OptionalInt.of(taken.getLocalPort()));

            assertThatThrownBy(() -> TestBroker.start(settings))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
        try (TestBroker broker = TestBroker.start(directory)) {
            assertThat(broker.port()).as("the directory is free again").isPositive();
        }
    }

    @Test
    void takesAnotherPortWhereTheLastOneWasNotTheUsersChoice() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(directory.resolve("port"), Integer.toString(taken.getLocalPort()));

            try (TestBroker broker = TestBroker.start(directory)) {
                assertThat(broker.port()).isNotEqualTo(taken.getLocalPort());
                assertThat(directory.resolve("port")).content().contains("" + broker.port());
            }
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> TestBroker.start(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("log-directory-unusable"));
    }

    /** Or whoever waits for it would believe that all of it is on the disk. */
    @Test
    void tellsWhenItCannotCloseItsData() throws IOException {
        EmbeddedKafka broker =
                EmbeddedKafka.start(EmbeddedKafkaSettings.in(directory), unused -> {});
        try (EventLog log =
                new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()))) {
            log.ensureTopic(new TopicSpec(TOPIC, 1, Duration.ZERO));
            append(log, 1).join();
        }
        loseTheDisk();

        assertThatThrownBy(broker::close)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("broker-not-closed"));
        broker.close();
    }

    @Test
    void tellsWhenItsDataIsDamaged() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("meta.properties"), "version=1\nnode.id=99\ncluster.id=x\n");

        assertThatThrownBy(() -> TestBroker.start(directory))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("broker-not-started"));
    }

    private void loseTheDisk() throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(directory.resolve("data"))) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static EventLog log(TestBroker broker) {
        return new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()));
    }

    private static CompletableFuture<LogPosition> append(EventLog log, int value) {
        return log.append(TOPIC, "spa/car-7", new byte[] {(byte) value}).toCompletableFuture();
    }
}
