package dev.vitalcore.timing.application;

import static org.awaitility.Awaitility.await;

import dev.vitalcore.avro.AvroTimingEventCodec;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The views on the real engines; each test has entries of its own on the common log. */
abstract class TimingViewsFixture {
    static final Duration SOON = Duration.ofSeconds(30);

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    static EventLog log;
    private static EmbeddedKafka broker;

    final AvroTimingEventCodec codec = new AvroTimingEventCodec();
    @TempDir Path directory;
    Database database;
    TimingViews views;
    String session = "";

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker =
                EmbeddedKafka.start(
                        EmbeddedKafkaSettings.in(directory),
                        fault -> {
                            throw fault;
                        });
        log = new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()));
        log.ensureTopic(Topics.timingEvents());
    }

    @AfterAll
    static void stopBroker() {
        log.close();
        broker.close();
    }

    @BeforeEach
    void openViews() {
        session = "session-" + SESSIONS.incrementAndGet();
        database = SqliteDatabase.open(directory.resolve("views.db"));
        views = new TimingViews(database, codec);
        views.start(log);
    }

    @AfterEach
    void closeViews() {
        views.close();
        database.close();
    }

    EntryId car(String name) {
        return EntryId.parse(session + "/" + name);
    }

    void publish(TimingEvent... events) {
        for (TimingEvent event : events) {
            log.append(Topics.TIMING_EVENTS, event.entry().toString(), codec.encode(event))
                    .toCompletableFuture()
                    .join();
        }
    }

    void awaitCaughtUp() {
        await().atMost(SOON).until(() -> caughtUp(database));
        await().atMost(SOON).until(() -> views.lag() == 0);
    }

    /** The offsets are committed with the facts, so they tell up to where the views have come. */
    static boolean caughtUp(Database database) {
        Map<Integer, Long> end = log.endOffsets(Topics.TIMING_EVENTS);
        end.values().removeIf(offset -> offset == 0);
        return database.read(OffsetTable::load).equals(end);
    }

    static LapCompleted lap(EntryId car, int revision, int number, long seconds) {
        return new LapCompleted(
                car,
                revision,
                number,
                LapKind.FLYING,
                number * seconds(1_000),
                seconds(seconds),
                List.of(),
                Witness.GATE,
                0,
                OptionalInt.empty());
    }

    static long seconds(long seconds) {
        return seconds * 1_000_000_000L;
    }
}
