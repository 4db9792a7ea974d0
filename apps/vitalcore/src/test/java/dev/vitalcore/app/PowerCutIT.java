package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.demo.GeneratedCar;
import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.series.SeriesStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The platform on what a power cut may leave: a log without its newest records, and a series store
 * that is older than the places of the readers. Real engines on real files; only the cut itself is
 * played, by cutting the file of the log and putting an older copy of the series back.
 */
class PowerCutIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long START = 1_700_000_000_000_000_000L;
    private static final EntryId CAR = EntryId.parse("spa/7");
    private static final SourceId SOURCE = new SourceId("logger-7");
    private static final int BEFORE_THE_COPY = 100;
    private static final int SENT = 300;

    @TempDir private Path folder;
    private final List<byte[]> blocks = drive(SENT + 100);

    @Test
    void theStoresAgreeAgainAfterThePowerFailed() throws IOException {
        runUntilThePowerFails();
        Files.writeString(data().resolve("run"), "running another-boot\n");

        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            long kept = arrived(client);
            assertThat(kept).isBetween(BEFORE_THE_COPY + 1L, SENT - 1L);
            assertThat(rows(platform)).isEqualTo(kept);

            PlatformClient.Receipt again = client.send(blocks.subList(0, SENT));
            assertThat(again.duplicate()).isEqualTo((int) kept);
            assertThat(again.accepted()).isEqualTo((int) (SENT - kept));
            client.send(blocks.subList(SENT, blocks.size()));

            awaitWritten(platform);
            assertThat(arrived(client)).isEqualTo(blocks.size());
            assertThat(ledger(client).path("missing")).isEmpty();
            assertThat(rows(platform)).isEqualTo(blocks.size());
            awaitHealthy(client);
        }
        assertThat(data().resolve("run")).content().isEqualToIgnoringNewLines("closed");
    }

    @Test
    void refusesALogThatIsBehindItsReadersWhereThePowerDidNotFail() throws IOException {
        runUntilThePowerFails();

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("log-behind-reader");
                            assertThat(fault.remedy()).contains("docs/architecture.md");
                        });
    }

    /** The samples after the copy are lost, and the newest records of the log. */
    private void runUntilThePowerFails() throws IOException {
        sendInOneRun(0, BEFORE_THE_COPY);
        Path copy = folder.resolve("series-before");
        copy(data().resolve("series"), copy);
        sendInOneRun(BEFORE_THE_COPY, SENT);

        new TemporaryFolder(data().resolve("series")).close();
        copy(copy, data().resolve("series"));
        cutTheLog();
    }

    private void sendInOneRun(int from, int to) {
        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            for (int block = from; block < to; block += 10) {
                client.send(blocks.subList(block, block + 10));
            }
            awaitWritten(platform);
            assertThat(rows(platform)).isEqualTo(to);
            awaitHealthy(client);
        }
    }

    /** A cut in the midst of a record, and no note that the log was closed in good order. */
    private void cutTheLog() throws IOException {
        Path kafka = data().resolve("kafka/data");
        Path log = null;
        for (int partition = 0; partition < 4; partition++) {
            Path file =
                    kafka.resolve("telemetry.blocks-" + partition + "/" + "0".repeat(20) + ".log");
            if (Files.size(file) > 0) {
                log = file;
            }
        }
        assertThat(log).isNotNull();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(file.length() * 9 / 10);
        }
        Files.delete(kafka.resolve(".kafka_cleanshutdown"));
        Files.delete(kafka.resolve("recovery-point-offset-checkpoint"));
    }

    private Platform start() {
        return Platform.start(PlatformSettings.of(data(), 0));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void awaitWritten(Platform platform) {
        await().atMost(SOON).until(() -> platform.waitingRecords() == 0);
        platform.series().settle();
    }

    private static void awaitHealthy(PlatformClient client) {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode health = client.get("/api/v1/health");
                    assertThat(health.toString()).doesNotContain("\"down\"");
                });
    }

    private static long arrived(PlatformClient client) {
        return ledger(client).path("arrived").asLong(-1);
    }

    private static JsonNode ledger(PlatformClient client) {
        JsonNode lines = client.get("/api/v1/sessions/" + CAR.session().value() + "/ledger");
        return lines.path("ledger").get(0);
    }

    /** GPS has one row a block. */
    private static long rows(Platform platform) {
        List<SeriesStore.Series> series =
                platform.series().read(CAR, List.of("latitude"), START, Long.MAX_VALUE, 100_000);
        return series.getFirst().times().length;
    }

    private static List<byte[]> drive(int count) {
        GeneratedCar car = new GeneratedCar(SOURCE, CAR, START, 7);
        AvroBlockCodec codec = new AvroBlockCodec();
        List<byte[]> encoded = new ArrayList<>(count);
        for (int block = 0; block < count; block++) {
            encoded.add(codec.encode(car.next()));
        }
        return encoded;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
