package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.avro.AvroEnvelopeCodec;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionCancelled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionOpened;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.outbox.Inbox;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What notices make of decisions as they stand on the real log, good ones and others. */
class DecisionReadingIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long NOW = Duration.ofDays(20_000).toNanos();
    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static EmbeddedKafka broker;

    private final AvroEnvelopeCodec envelopes = new AvroEnvelopeCodec();
    private final AvroRaceEvents events = new AvroRaceEvents();
    private final SessionId session = new SessionId("spa-" + SESSIONS.incrementAndGet());
    private final String stream = "session/" + session;
    private EventLog log;
    private Database database;
    private NoticeBoard board;

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker =
                EmbeddedKafka.start(
                        EmbeddedKafkaSettings.in(directory),
                        fault -> {
                            throw fault;
                        });
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        log = new KafkaEventLog(KafkaEventLogSettings.at(broker.bootstrapServers()));
        log.ensureTopic(Topics.raceDecisions());
        database = SqliteDatabase.open(directory.resolve("events.db"));
        board = new NoticeBoard(database);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    /** The board forgets; who asks it alone whether something was told would tell it again. */
    @Test
    void passesByWhatItTookInThoughTheBoardHasForgottenIt() {
        EventEnvelope red = envelope(1, new RedFlagShown(session, NOW, "debris"));
        try (DecisionNotices notices = start()) {
            publish(red);
            await().atMost(SOON).until(() -> told().equals(List.of("Red flag: debris")));
            database.write(connection -> {
                for (int i = 0; i < NoticeBoard.KEPT; i++) {
                    board.post(
                            connection,
                            new Notice("other-" + i, Notice.Level.INFO, "session/other", "x", NOW));
                }
                return true;
            });
            assertThat(told()).isEmpty();

            publish(red);
            publish(envelope(2, new SessionCancelled(session, NOW, "rain")));

            await().atMost(SOON).until(() -> told().contains("Cancelled: rain"));
            assertThat(told()).containsExactly("Cancelled: rain");
            assertThat(notices.failure()).isEmpty();
        }
    }

    @Test
    void tellsNothingBeforeItsTurnAndSaysThatItWaits() {
        EventEnvelope red = envelope(3, new RedFlagShown(session, NOW, "debris"));
        try (DecisionNotices notices = start()) {
            publish(envelope(1, new SessionOpened(session, NOW)));
            publish(red);
            await().atMost(SOON).until(() -> gaps(notices).equals(List.of(new Gap(stream, 1, 3))));
            assertThat(told()).isEmpty();
        }
        try (DecisionNotices notices = start()) {
            assertThat(gaps(notices)).containsExactly(new Gap(stream, 1, 3));

            publish(envelope(2, new SessionOpened(session, NOW)));
            publish(red);

            await().atMost(SOON).until(() -> told().equals(List.of("Red flag: debris")));
            await().atMost(SOON).until(() -> gaps(notices).isEmpty());
        }
    }

    @Test
    void passesOverWhatCannotBeReadWithADeadLetterAndGoesOn() {
        EventEnvelope unreadableRed =
                with("not a flag", envelope(1, new RedFlagShown(session, NOW, "debris")));
        EventEnvelope unreadableButOfNoInterest =
                with("not an opening", envelope(2, new SessionOpened(session, NOW)));
        Queue<LogRecord> letters = new ConcurrentLinkedQueue<>();
        log.ensureTopic(Topics.deadLetters());
        try (Subscription reading = log.readNew(Topics.DEAD_LETTERS, letters::addAll);
                DecisionNotices notices = start()) {
            append("garbage".getBytes(StandardCharsets.UTF_8));
            publish(unreadableRed);
            publish(unreadableButOfNoInterest);
            publish(envelope(3, new SessionCancelled(session, NOW, "rain")));

            await().atMost(SOON).until(() -> told().equals(List.of("Cancelled: rain")));
            await().atMost(SOON).until(() -> letters.size() == 2);
            assertThat(notices.failure()).isEmpty();
            assertThat(notices.unreadable()).isEqualTo(2);
            assertThat(gaps(notices)).isEmpty();
            assertThat(reading.failure()).isEmpty();
        }
        assertThat(letters)
                .map(letter -> new AvroDeadLetterCodec().decode(letter.value()))
                .allSatisfy(letter -> {
                    assertThat(letter.origin()).isEqualTo("decision-notices");
                    assertThat(letter.position()).startsWith("race.decisions/");
                    assertThat(letter.cause()).startsWith(stream);
                })
                .extracting(DeadLetter::payload)
                .containsExactly(
                        "garbage".getBytes(StandardCharsets.UTF_8),
                        envelopes.encode(unreadableRed));
    }

    @Test
    void goesOnBehindWhatItRead() {
        try (DecisionNotices notices = start()) {
            publish(envelope(1, new RedFlagShown(session, NOW, "debris")));
            await().atMost(SOON).until(() -> told().size() == 1 && notices.lag() == 0);
        }
        Map<Integer, Long> ends = log.endOffsets(Topics.RACE_DECISIONS);
        String topic = log.topicId(Topics.RACE_DECISIONS);

        Inbox.Start next = new Inbox("decision-notices", database).resume(topic, ends, NOW);

        assertThat(next.next()).isNotEmpty();
        assertThat(ends).containsAllEntriesOf(next.next());
        try (DecisionNotices notices = start()) {
            assertThat(notices.lag()).isZero();
        }
    }

    /** As on a new data directory over an event store that others have used for long. */
    @Test
    void takesInHistoryWithoutTellingIt() {
        long history = NOW - DecisionNotices.NEWS.toNanos() - 1;
        publish(envelope(1, new RedFlagShown(session, NOW, "last week"), history));
        publish(envelope(2, new RedFlagShown(session, NOW, "an hour ago"), history + 1));
        try (DecisionNotices notices = start()) {
            await().atMost(SOON).until(() -> told().equals(List.of("Red flag: an hour ago")));
            assertThat(gaps(notices)).isEmpty();
        }
    }

    private DecisionNotices start() {
        DecisionNotices notices =
                new DecisionNotices(
                        new DecisionNotices.Ports(
                                database, board, envelopes, events, new AvroDeadLetterCodec()));
        notices.start(log, NOW);
        return notices;
    }

    /** Of this test's session, the newest first. */
    private List<String> told() {
        return board.newest(Long.MAX_VALUE, NoticeBoard.KEPT).stream()
                .map(NoticeBoard.Kept::notice)
                .filter(notice -> notice.about().equals(stream))
                .map(Notice::text)
                .toList();
    }

    private List<Gap> gaps(DecisionNotices notices) {
        return notices.gaps().stream().filter(gap -> gap.stream().equals(stream)).toList();
    }

    private void publish(EventEnvelope envelope) {
        append(envelopes.encode(envelope));
    }

    private void append(byte[] value) {
        log.append(Topics.RACE_DECISIONS, stream, value).toCompletableFuture().join();
    }

    private EventEnvelope envelope(long version, RaceEvent event) {
        return envelope(version, event, NOW);
    }

    private EventEnvelope envelope(long version, RaceEvent event, long recordedNanos) {
        return new EventEnvelope(
                UUID.randomUUID(),
                version,
                stream,
                version,
                events.typeOf(event).name(),
                events.typeOf(event).version(),
                new EventEnvelope.Origin("anna", "", "", ""),
                NOW,
                recordedNanos,
                events.write(event));
    }

    private static EventEnvelope with(String payload, EventEnvelope envelope) {
        return new EventEnvelope(
                envelope.id(),
                envelope.position(),
                envelope.stream(),
                envelope.version(),
                envelope.type(),
                envelope.schemaVersion(),
                envelope.origin(),
                envelope.eventNanos(),
                envelope.recordedNanos(),
                payload.getBytes(StandardCharsets.UTF_8));
    }
}
