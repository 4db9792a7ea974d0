package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.avro.AvroTimingEventCodec;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
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
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views on the real engines; each test has entries of its own on the common log. */
class TimingViewsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private static EmbeddedKafka broker;
    private static EventLog log;

    @TempDir Path directory;
    private final AvroTimingEventCodec codec = new AvroTimingEventCodec();
    private String session = "";
    private Database database;
    private TimingViews views;

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

    @Test
    void showsEachKindOfFact() {
        EntryId car = car("7");
        TrackAdopted track = new TrackAdopted(car, 1, List.of(gate(Kind.SECTOR)), Witness.GATE);
        GatePassed passing =
                new GatePassed(
                        car,
                        1,
                        1,
                        "start-finish",
                        5,
                        201.5,
                        Witness.GATE,
                        Optional.of(Kind.START_FINISH));
        SectorCompleted sector = new SectorCompleted(car, 1, 2, 1, 5, 30);
        TimingWarned warning = new TimingWarned(car, 1, "witnesses-disagree", "by 0.3 s", 9);
        LapCompleted lap = lap(car, 1, 2, 100);

        publish(track, passing, sector, warning, lap);
        awaitCaughtUp();

        assertThat(views.track(car)).contains(track);
        assertThat(views.passings(car)).containsExactly(passing);
        assertThat(views.sectors(car)).containsExactly(sector);
        assertThat(views.warnings(car)).containsExactly(warning);
        assertThat(views.laps(car)).containsExactly(lap);
        assertThat(views.lap(new LapReference(car, 2))).contains(lap);
        assertThat(views.lap(new LapReference(car, 3))).isEmpty();
        assertThat(views.failure()).isEmpty();
    }

    @Test
    void letsAHigherRevisionReplaceAndALowerOneChangeNothing() {
        EntryId car = car("7");
        LapCompleted corrected = lap(car, 2, 1, 99);

        publish(lap(car, 1, 1, 100), corrected, lap(car, 1, 1, 100));
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(corrected);
    }

    /** Timing went on from an older state, and found another lap under the same number. */
    @Test
    void letsTheLaterOfTwoEqualRevisionsReplaceWhereItSaysAnotherThing() {
        EntryId car = car("7");
        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views.listen(changes ->
                changes.stream().filter(event -> event.entry().equals(car)).forEach(told::add));

        publish(lap(car, 1, 1, 100), lap(car, 1, 1, 100), lap(car, 1, 1, 98));
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(lap(car, 1, 1, 98));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(told).containsExactly(lap(car, 1, 1, 100), lap(car, 1, 1, 98)));
    }

    @Test
    void forgetsWhatOnlyLostRecordsSaid() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();
        views.close();
        database.write(connection -> {
            List<TimingEvent> lost = List.of(lap(car, 9, 1, 42), lap(car, 1, 2, 43));
            return new FactTable(codec).keep(connection, lost);
        });
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE timing_offset SET next_offset = next_offset + 2")) {
                return update.executeUpdate();
            }
        });

        views = new TimingViews(database, codec);
        views.goBackToTheEndOf(log);
        views.start(log);
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(lap(car, 1, 1, 100));
    }

    @Test
    void keepsEverythingWhereTheLogIsWhole() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();

        views.goBackToTheEndOf(log);

        assertThat(views.laps(car)).containsExactly(lap(car, 1, 1, 100));
    }

    @Test
    void removesALapThatIsWithdrawnAndTakesItBackWhenStatedAnew() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100), lap(car, 1, 2, 101), new Withdrawn(car, 2, "lap/2"));
        awaitCaughtUp();
        assertThat(views.laps(car)).extracting(LapCompleted::number).containsExactly(1);
        assertThat(views.lap(new LapReference(car, 2))).isEmpty();

        publish(lap(car, 3, 2, 102));
        awaitCaughtUp();

        assertThat(views.laps(car)).extracting(LapCompleted::number).containsExactly(1, 2);
    }

    @Test
    void ranksTheEntriesOfASessionByBestLap() {
        EntryId slow = car("slow");
        EntryId fast = car("fast");
        EntryId out = car("still-out");
        publish(
                lap(slow, 1, 1, 110),
                lap(slow, 1, 2, 105),
                lap(fast, 1, 1, 100),
                new TrackAdopted(out, 1, List.of(gate(Kind.SECTOR)), Witness.GATE),
                lap(EntryId.parse("other-" + session + "/x"), 1, 1, 1));
        awaitCaughtUp();

        List<EntrySummary> summaries = views.summaries(fast.session());

        assertThat(summaries).extracting(EntrySummary::entry).containsExactly(fast, slow, out);
        assertThat(summaries.get(0).position()).hasValue(1);
        assertThat(summaries.get(0).gapNanos()).hasValue(0);
        EntrySummary second = summaries.get(1);
        assertThat(second.position()).hasValue(2);
        assertThat(second.gapNanos()).hasValue(seconds(5));
        assertThat(second.bestLap()).hasValue(2);
        assertThat(second.lastLapNanos()).hasValue(seconds(105));
        assertThat(second.laps()).isEqualTo(2);
        assertThat(summaries.get(2).position()).isEmpty();
        assertThat(summaries.get(2).sectors()).isEqualTo(2);
        assertThat(views.summary(slow)).contains(second);
    }

    @Test
    void goesOnWhereItLeftOffAndChangesNothingByWhatComesAgain() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();
        views.close();
        publish(lap(car, 1, 2, 101), lap(car, 1, 1, 100));

        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views = new TimingViews(database, codec);
        views.listen(told::addAll);
        views.start(log);
        awaitCaughtUp();

        assertThat(views.laps(car)).extracting(LapCompleted::number).containsExactly(1, 2);
        assertThat(told).containsExactly(lap(car, 1, 2, 101));
    }

    /** The whole batch is rolled back, its offsets too, and comes again. */
    @Test
    void keepsABatchOnceThatFailedBeforeItWasCommitted() {
        EntryId car = car("7");
        views.close();
        publish(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        FailingDatabase failing = new FailingDatabase(database);
        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views = new TimingViews(failing, codec);
        views.listen(told::addAll);

        failing.failWrites(true);
        views.start(log);
        await().atMost(SOON).until(() -> views.failure().isPresent());
        assertThat(views.laps(car)).isEmpty();
        assertThat(told).isEmpty();
        failing.failWrites(false);
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(lap(car, 2, 1, 99));
        assertThat(told).containsExactly(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        await().atMost(SOON).until(() -> views.failure().isEmpty());
    }

    @Test
    void isMadeAnewFromTheLogInAnEmptyDatabase() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        views.close();

        try (Database empty = SqliteDatabase.open(directory.resolve("new.db"));
                TimingViews anew = new TimingViews(empty, codec)) {
            anew.start(log);

            await().atMost(SOON).until(() -> caughtUp(empty));
            assertThat(anew.laps(car)).containsExactly(lap(car, 2, 1, 99));
        }
    }

    /** A listener that asks when it is told finds what it was told; one that fails harms nobody. */
    @Test
    void tellsOfChangesAfterTheyCanBeRead() throws Exception {
        EntryId car = car("7");
        awaitCaughtUp();
        Queue<List<LapCompleted>> readWhenTold = new ConcurrentLinkedQueue<>();
        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views.listen(changes -> {
            throw new IllegalStateException("a listener with a bug");
        });
        AutoCloseable listening =
                views.listen(changes -> {
                    told.addAll(changes);
                    readWhenTold.add(views.laps(car));
                });

        publish(lap(car, 1, 1, 100));
        await().atMost(SOON).until(() -> !readWhenTold.isEmpty());
        listening.close();
        publish(lap(car, 1, 2, 101));
        awaitCaughtUp();

        assertThat(readWhenTold).containsExactly(List.of(lap(car, 1, 1, 100)));
        assertThat(told).containsExactly(lap(car, 1, 1, 100));
    }

    @Test
    void passesOverARecordThatCannotBeRead() {
        EntryId car = car("7");
        log.append(Topics.TIMING_EVENTS, car.toString(), new byte[] {9, 9})
                .toCompletableFuture()
                .join();
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();

        assertThat(views.laps(car)).hasSize(1);
        assertThat(views.failure()).isEmpty();
    }

    @Test
    void tellsWhoIsInThePitsWhetherOrNotPassingsTellTheKindOfTheirGate() {
        List<DeclaredGate> gates = List.of(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"));
        for (Optional<Kind> kind : List.of(Optional.of(Kind.PIT_ENTRY), Optional.<Kind>empty())) {
            EntryId car = car(kind.isPresent() ? "new" : "old");
            publish(
                    new TrackAdopted(car, 1, gates, Witness.GATE),
                    new GatePassed(car, 1, 1, "in", seconds(90), 60, Witness.GATE, kind),
                    lap(car, 1, 1, 100));
        }
        awaitCaughtUp();

        assertThat(views.raceStanding(car("new").session(), OptionalLong.empty(), seconds(95)))
                .hasSize(2)
                .allSatisfy(standing -> assertThat(standing.inPit()).contains(true));
        assertThat(views.passings(car("new"))).hasSize(1);
        assertThat(views.passings(car("old"))).hasSize(1);
    }

    private EntryId car(String name) {
        return EntryId.parse(session + "/" + name);
    }

    private void publish(TimingEvent... events) {
        for (TimingEvent event : events) {
            log.append(Topics.TIMING_EVENTS, event.entry().toString(), codec.encode(event))
                    .toCompletableFuture()
                    .join();
        }
    }

    private void awaitCaughtUp() {
        await().atMost(SOON).until(() -> caughtUp(database));
        await().atMost(SOON).until(() -> views.lag() == 0);
    }

    /** The offsets are committed with the facts, so they tell up to where the views have come. */
    private static boolean caughtUp(Database database) {
        Map<Integer, Long> end = log.endOffsets(Topics.TIMING_EVENTS);
        end.values().removeIf(offset -> offset == 0);
        return database.read(OffsetTable::load).equals(end);
    }

    private static LapCompleted lap(EntryId car, int revision, int number, long seconds) {
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

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000L;
    }

    private static DeclaredGate gate(Kind kind) {
        return gate(kind, "s1");
    }

    private static DeclaredGate gate(Kind kind, String name) {
        return new DeclaredGate(kind, name, new DeclaredGate.Line(43.7, -87.9, 43.71, -87.91));
    }
}
