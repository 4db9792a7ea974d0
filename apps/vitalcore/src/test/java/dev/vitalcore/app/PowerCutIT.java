package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.feed.PlatformClient;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.simulation.RaceFeed;
import dev.vitalcore.simulation.race.RaceSettings;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.timing.domain.EntryTiming;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The platform on what a power cut may leave: a log without its newest records, a series store that
 * is older than the places of the readers, and checkpoints that know more than the log. Real
 * engines on real files; only the cut itself is played, by cutting files of the log and putting an
 * older copy of the series back.
 */
class PowerCutIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long START = 1_700_000_000_000_000_000L;
    private static final EntryId CAR = EntryId.parse("spa/1");
    private static final int BEFORE_THE_COPY = 500;
    private static final int SENT = 7_000;
    private static final int AT_ONCE = 100;

    private static final SessionId DECIDED = new SessionId("monza");
    private static final Instant CUT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path folder;
    private final List<byte[]> blocks = drive(SENT + 1_000);

    @Test
    void theStoresAgreeAgainAfterThePowerFailed() throws IOException {
        runUntilThePowerFails();
        Files.writeString(data().resolve("run"), "running another-boot\n");
        List<String> ofTheCutRun = checkpoints();

        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            awaitWritten(platform, client);
            assertThat(data().resolve("speed-layer/unusable/" + ofTheCutRun.getLast())).exists();
            long kept = arrived(client);
            assertThat(kept).isBetween(BEFORE_THE_COPY + 1L, SENT - 1L);
            assertThat(rows(platform)).isEqualTo(kept);

            PlatformClient.Receipt again = client.send(blocks.subList(0, SENT));
            assertThat(again.duplicate()).isEqualTo((int) kept);
            assertThat(again.accepted()).isEqualTo((int) (SENT - kept));
            client.send(blocks.subList(SENT, blocks.size()));

            awaitWritten(platform, client);
            assertThat(arrived(client)).isEqualTo(blocks.size());
            assertThat(ledger(client).path("missing")).isEmpty();
            assertThat(rows(platform)).isEqualTo(blocks.size());
            awaitTimed(platform, blocks.size());
            awaitHealthy(client);
        }
        assertThat(data().resolve("run")).content().isEqualToIgnoringNewLines("closed");
    }

    /**
     * The outbox had published them and kept that it had; the log and whoever had not read them yet
     * lost them.
     */
    @Test
    void decisionsThatTheLogLostComeAgainAndAreTold() throws IOException {
        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            decide(
                    client,
                    "schedule_session",
                    Map.of(
                            "kind", "race",
                            "name", "Race 1",
                            "circuit", "Monza",
                            "start", "2026-05-02T14:00:00Z"));
            decide(client, "open_session", Map.of());
            decide(client, "go_green", Map.of());
            decide(client, "show_red_flag", Map.of("reason", "debris"));
            await().atMost(SOON).until(() -> told(client).size() == 1);
        }
        cut(Topics.RACE_DECISIONS, 0.5);
        forgetHowTheLogWasClosed();
        noticesHadNotComeSoFar();
        Files.writeString(data().resolve("run"), "running another-boot\n");

        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            decide(client, "cancel_session", Map.of("reason", "rain"));

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(told(client))
                                    .containsExactly("Cancelled: rain", "Red flag: debris"));
            awaitHealthy(client);
        }
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
        List<String> old = checkpoints();
        Path copy = folder.resolve("series-before");
        copy(data().resolve("series"), copy);
        sendInOneRun(BEFORE_THE_COPY, SENT);

        new TemporaryFolder(data().resolve("series")).close();
        copy(copy, data().resolve("series"));
        makeYoungAllBut(old);
        cutTheLog();
    }

    private void sendInOneRun(int from, int to) {
        try (Platform platform = start();
                PlatformClient client = new PlatformClient(platform.address())) {
            for (int block = from; block < to; block += AT_ONCE) {
                client.send(blocks.subList(block, block + AT_ONCE));
            }
            awaitWritten(platform, client);
            assertThat(rows(platform)).isEqualTo(to);
            awaitTimed(platform, to);
            awaitHealthy(client);
        }
    }

    /** As if all checkpoints of the second run had been made when the power failed. */
    private void makeYoungAllBut(List<String> old) throws IOException {
        for (String checkpoint : checkpoints()) {
            Instant made = old.contains(checkpoint) ? CUT.minusSeconds(60) : CUT;
            Files.setLastModifiedTime(
                    checkpointsOfJob().resolve(checkpoint).resolve("_metadata"),
                    FileTime.from(made));
        }
    }

    /** By name, oldest first as long as there are fewer than ten. */
    private List<String> checkpoints() throws IOException {
        try (Stream<Path> entries = Files.list(checkpointsOfJob())) {
            return entries.filter(entry -> Files.exists(entry.resolve("_metadata")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
                    .toList();
        }
    }

    private Path checkpointsOfJob() throws IOException {
        try (Stream<Path> jobs = Files.list(data().resolve("speed-layer/checkpoints"))) {
            return jobs.findFirst().orElseThrow();
        }
    }

    /** A cut in the midst of a record, and no note that the log was closed in good order. */
    private void cutTheLog() throws IOException {
        cut(Topics.BLOCKS, 0.9);
        cut(Topics.TIMING_EVENTS, 0.5);
        forgetHowTheLogWasClosed();
    }

    private void forgetHowTheLogWasClosed() throws IOException {
        Files.delete(data().resolve("kafka/data/.kafka_cleanshutdown"));
        Files.delete(data().resolve("kafka/data/recovery-point-offset-checkpoint"));
    }

    private void cut(String topic, double share) throws IOException {
        Path log = null;
        for (int partition = 0; partition < 4; partition++) {
            Path folder = data().resolve("kafka/data").resolve(topic + "-" + partition);
            Path file = folder.resolve("0".repeat(20) + ".log");
            if (Files.size(file) > 0) {
                log = file;
            }
        }
        assertThat(log).isNotNull();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength((long) (file.length() * share));
        }
    }

    /** As if the power had failed before the notices' transaction. */
    private void noticesHadNotComeSoFar() {
        try (SqliteDatabase here = SqliteDatabase.open(data().resolve("events.db"))) {
            here.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM notice");
                    return statement.executeUpdate("UPDATE inbox_stream SET version = 1");
                }
            });
        }
    }

    private static void decide(PlatformClient client, String command, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("command", command);
        body.put("who", "anna");
        client.command(DECIDED, command, body);
    }

    /** The newest first. */
    private static List<String> told(PlatformClient client) {
        return client.get("/api/v1/notices")
                .path("notices")
                .valueStream()
                .map(notice -> notice.path("text").asString())
                .toList();
    }

    private Platform start() {
        return Platform.start(PlatformSettings.of(data(), 0));
    }

    private Path data() {
        return folder.resolve("data");
    }

    /**
     * Nothing waits and nothing has come for a while: how much waits is known as of the last look.
     */
    private static void awaitWritten(Platform platform, PlatformClient client) {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(SOON)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(3))
                .until(() -> {
                    long now = arrived(client);
                    return before.getAndSet(now) == now && platform.waitingRecords() == 0;
                });
        platform.series().settle();
    }

    /** The same laps and passings as without a platform, from the first blocks of the drive. */
    private void awaitTimed(Platform platform, int count) {
        Map<String, TimingEvent> found = new HashMap<>();
        EntryTiming timing = new EntryTiming();
        AvroBlockCodec codec = new AvroBlockCodec();
        for (byte[] block : blocks.subList(0, count)) {
            timing.accept(codec.decode(block)).forEach(event -> found.put(event.subject(), event));
        }
        await().atMost(SOON)
                .untilAsserted(() -> {
                    List<TimingEvent> told = new ArrayList<>(platform.timing().laps(CAR));
                    told.addAll(platform.timing().passings(CAR));
                    assertThat(told)
                            .containsExactlyInAnyOrderElementsOf(
                                    found.values().stream()
                                            .filter(PowerCutIT::isCompared)
                                            .toList());
                });
    }

    private static boolean isCompared(TimingEvent event) {
        return event instanceof LapCompleted || event instanceof GatePassed;
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
        RaceFeed race = new RaceFeed(new RaceSettings("talheim", 1, 20, 7), CAR.session(), START);
        AvroBlockCodec codec = new AvroBlockCodec();
        List<byte[]> encoded = new ArrayList<>(count);
        while (encoded.size() < count) {
            TelemetryBlock block = race.next();
            if (block.entry().equals(CAR)) {
                encoded.add(codec.encode(block));
            }
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
