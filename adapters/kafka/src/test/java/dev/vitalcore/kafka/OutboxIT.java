package dev.vitalcore.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.avro.AvroEnvelopeCodec;
import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.TopicSpec;
import dev.vitalcore.platform.outbox.OutboxPorts;
import dev.vitalcore.platform.outbox.OutboxRelay;
import dev.vitalcore.platform.outbox.OutboxRoute;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.DyingDatabase;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real store over the real broker into what a consumer keeps. */
class OutboxIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-05-02T14:32:10Z");
    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final Origin ANNA = new Origin("anna", "debris", "c-1", "command/k-1");
    private static TestBroker broker;

    private final AvroEnvelopeCodec codec = new AvroEnvelopeCodec();
    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private Database database;
    private EventStore store;
    private EventLog log;
    private OutboxRoute route;

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker = TestBroker.start(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("events.db"));
        store = new SqlEventStore(database, () -> NOW);
        log =
                new KafkaEventLog(
                        KafkaEventLogSettings.at(broker.bootstrapServers())
                                .withRetryPause(Duration.ofMillis(50)));
        TopicSpec topic = new TopicSpec("outbox." + TOPICS.incrementAndGet(), 3, Duration.ZERO);
        route = new OutboxRoute("race", Set.of("session"), topic);
    }

    @AfterEach
    void close() {
        store.close();
        log.close();
        database.close();
    }

    @Test
    void publishesWhatIsThereAndWhatComesWholeAndInOrder() {
        for (int round = 0; round < 30; round++) {
            append("session/spa", 3);
            append("session/monza", 2);
            append("user/anna", 1);
        }
        try (OutboxRelay relay = relay(database, log);
                Subscription reader = read()) {
            append("session/spa", 4);
            await().atMost(SOON).until(() -> records.size() == 154);
            await().atMost(SOON).until(() -> relay.lag() == 0);
            assertThat(relay.failure()).isEmpty();
            assertThat(reader.failure()).isEmpty();
        }

        assertThat(versions("session/spa")).isEqualTo(upTo(94));
        assertThat(versions("session/monza")).isEqualTo(upTo(60));
        EventEnvelope first = codec.decode(records.element().value());
        var kept = store.find(first.id()).orElseThrow();
        assertThat(first)
                .usingRecursiveComparison()
                .isEqualTo(
                        new EventEnvelope(
                                kept.event().id(),
                                kept.position(),
                                kept.stream().toString(),
                                kept.version(),
                                "racecontrol.FlagShown",
                                3,
                                new EventEnvelope.Origin("anna", "debris", "c-1", "command/k-1"),
                                7,
                                EpochNanos.of(NOW),
                                kept.event().payload()));
    }

    @Test
    void goesOnWhereItLeftOff() {
        append("session/spa", 5);
        try (OutboxRelay first = relay(database, log)) {
            await().atMost(SOON).until(() -> first.lag() == 0);
        }
        append("session/spa", 5);
        try (OutboxRelay second = relay(database, log);
                Subscription reader = read()) {
            await().atMost(SOON).until(() -> records.size() == 10);
            await().atMost(SOON).until(() -> second.lag() == 0);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(versions("session/spa")).isEqualTo(upTo(10));
    }

    /** What is published twice changes nothing at who reads it. */
    @Test
    void losesNothingAndDoublesNothingOverAKillBeforeTheCheckpoint() {
        Consumed consumed = new Consumed("board", database);
        append("session/spa", 40);
        append("session/monza", 40);
        DyingDatabase dying = new DyingDatabase(database);
        dying.dieAfter(0, false);
        try (OutboxRelay killed = relay(dying, log);
                Subscription reader = read()) {
            await().atMost(SOON).until(() -> records.size() >= 80);
            await().atMost(SOON).until(() -> killed.failure().isPresent());
            assertThat(reader.failure()).isEmpty();
        }
        try (OutboxRelay next = relay(database, log);
                Subscription reader = log.readFrom(route.topic().name(), Map.of(), consumed)) {
            append("session/spa", 10);
            await().atMost(SOON).until(() -> next.lag() == 0);
            await().atMost(SOON).until(() -> consumed.versions("session/spa").size() == 50);
            await().atMost(SOON).until(() -> consumed.versions("session/monza").size() == 40);
            assertThat(reader.failure()).isEmpty();
        }

        assertThat(log.endOffsets(route.topic().name()).values().stream().mapToLong(n -> n).sum())
                .as("records, some of them doubled")
                .isGreaterThanOrEqualTo(170);
        assertThat(consumed.versions("session/spa")).isEqualTo(upTo(50));
        assertThat(consumed.versions("session/monza")).isEqualTo(upTo(40));
        assertThat(consumed.gaps()).isEmpty();
    }

    /** Later events of the stream come before the one that failed, and once more behind it. */
    @Test
    void isInOrderAtWhoReadsAlthoughTheLogFailedInTheMidst() {
        Consumed consumed = new Consumed("board", database);
        append("session/spa", 20);
        FailingLog failing = new FailingLog(log, 7);
        try (OutboxRelay relay = relay(database, failing);
                Subscription reader = log.readFrom(route.topic().name(), Map.of(), consumed)) {
            await().atMost(SOON).until(() -> consumed.versions("session/spa").size() == 20);
            await().atMost(SOON).until(() -> relay.failure().isEmpty() && relay.lag() == 0);
            assertThat(reader.failure()).isEmpty();
        }

        assertThat(failing.failures()).isEqualTo(1);
        assertThat(consumed.versions("session/spa")).isEqualTo(upTo(20));
        assertThat(consumed.early()).as("came before their turn").isGreaterThan(0);
        assertThat(consumed.gaps()).isEmpty();
    }

    /** What a power cut does to a log that acknowledges before it is on the disk. */
    @Test
    void publishesAgainWhatTheLogLostAfterItHadAcknowledgedIt() {
        append("session/spa", 30);
        append("session/monza", 10);
        append("user/anna", 5);
        try (OutboxRelay relay = relay(database, new ForgetfulLog(log, 25))) {
            await().atMost(SOON).until(() -> relay.lag() == 0);
        }
        OutboxRelay lost = new OutboxRelay(new OutboxPorts(store, database, log, codec), route);
        assertThat(lost.lag()).as("what it believes").isZero();

        lost.goBackToWhatTheLogHolds(() -> {});

        Consumed consumed = new Consumed("board", database);
        try (Subscription reader = log.readFrom(route.topic().name(), Map.of(), consumed);
                lost) {
            lost.start();
            append("session/spa", 1);
            await().atMost(SOON).until(() -> consumed.versions("session/spa").size() == 31);
            await().atMost(SOON).until(() -> consumed.versions("session/monza").size() == 10);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(consumed.gaps()).isEmpty();
        assertThat(log.endOffsets(route.topic().name()).values().stream().mapToLong(n -> n).sum())
                .as("records: none that was held came twice")
                .isEqualTo(41);
    }

    /** All versions stand in the topic, but the last of them only ahead of its turn. */
    @Test
    void publishesAgainWhatStandsOnlyAheadOfItsTurn() {
        append("session/spa", 3);
        try (OutboxRelay relay = relay(database, new FailingLog(new ForgetfulLog(log, 4), 2))) {
            await().atMost(SOON).until(() -> relay.lag() == 0 && relay.failure().isEmpty());
        }
        Consumed consumed = new Consumed("board", database);
        OutboxRelay next = new OutboxRelay(new OutboxPorts(store, database, log, codec), route);

        next.goBackToWhatTheLogHolds(() -> {});

        try (Subscription reader = log.readFrom(route.topic().name(), Map.of(), consumed);
                next) {
            next.start();
            await().atMost(SOON).until(() -> consumed.versions("session/spa").size() == 3);
            assertThat(reader.failure()).isEmpty();
        }
        assertThat(consumed.gaps()).isEmpty();
    }

    @Test
    void goesBackNowhereWhereNothingIsLost() {
        append("session/spa", 8);
        try (OutboxRelay relay = relay(database, log)) {
            await().atMost(SOON).until(() -> relay.lag() == 0);
        }
        OutboxRelay next = new OutboxRelay(new OutboxPorts(store, database, log, codec), route);

        next.goBackToWhatTheLogHolds(() -> {});

        assertThat(next.lag()).isZero();
    }

    @Test
    void refusesAStoreThatEndsBeforeWhatWasPublished(@TempDir Path other) {
        append("session/spa", 5);
        try (OutboxRelay relay = relay(database, log)) {
            await().atMost(SOON).until(() -> relay.lag() == 0);
        }
        try (Database empty = SqliteDatabase.open(other.resolve("empty.db"));
                EventStore older = new SqlEventStore(empty, () -> NOW)) {
            OutboxRelay relay =
                    new OutboxRelay(new OutboxPorts(older, database, log, codec), route);

            Fault fault = catchThrowableOfType(Fault.class, relay::start);

            assertThat(fault.code()).isEqualTo("store-behind-outbox");
            assertThat(fault.text()).contains("position 5").contains("ends at 0");
        }
    }

    private OutboxRelay relay(Database on, EventLog to) {
        OutboxRelay relay = new OutboxRelay(new OutboxPorts(store, on, to, codec), route);
        relay.start();
        return relay;
    }

    private Subscription read() {
        return log.readFrom(route.topic().name(), Map.of(), records::addAll);
    }

    private void append(String stream, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventType type = new EventType("racecontrol.FlagShown", 3);
            events.add(new NewEvent(UUID.randomUUID(), type, new byte[] {(byte) i}, 7, ANNA));
        }
        store.append(StreamName.parse(stream), Expected.any(), events);
    }

    private List<Long> versions(String stream) {
        return records.stream()
                .filter(record -> record.key().equals(stream))
                .map(record -> codec.decode(record.value()).version())
                .toList();
    }

    private static List<Long> upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }
}
