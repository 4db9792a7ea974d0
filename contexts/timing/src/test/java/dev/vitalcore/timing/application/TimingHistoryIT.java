package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapCertainty;
import dev.vitalcore.timing.domain.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Laps and standings as they were known, on the real engines. */
class TimingHistoryIT extends TimingViewsFixture {
    private static final String RECORDING = "vbo/grattan_speedangle_20200830.vbo";

    /** Of the device's own timer. */
    private static final double FASTEST_S = 92.314;

    private static final int FASTEST = 5;

    /** Blocks of one second, the first of them without samples. */
    private static final int FASTEST_ENDS_IN = 465;

    @Test
    void tellsEachRevisionForTheTimeInWhichItHeld() {
        EntryId car = car("7");
        long before = clock();
        publish(lap(car, 1, 1, 100));
        long afterFirst = clock();
        publish(lap(car, 2, 1, 99), lap(car, 1, 2, 98));
        long afterSecond = clock();
        publish(new Withdrawn(car, 2, "lap/2"));
        awaitCaughtUp();

        assertThat(laps(knownAt(before))).isEmpty();
        assertThat(laps(knownAt(afterFirst))).containsExactly(lap(car, 1, 1, 100));
        assertThat(laps(knownAt(afterSecond)))
                .containsExactly(lap(car, 2, 1, 99), lap(car, 1, 2, 98));
        assertThat(laps(Moment.NOW)).containsExactly(lap(car, 2, 1, 99));
        Revision first = revisions(knownAt(afterFirst)).getFirst();
        assertThat(first.recordedNanos()).isGreaterThan(before).isLessThanOrEqualTo(afterFirst);
        assertThat(first.supersededNanos().orElseThrow())
                .isGreaterThan(afterFirst)
                .isLessThanOrEqualTo(afterSecond);
    }

    @Test
    void leavesOutWhatHadNotHappened() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100), lap(car, 1, 2, 101));
        awaitCaughtUp();

        assertThat(laps(asOf(seconds(2_101) - 1))).containsExactly(lap(car, 1, 1, 100));
        assertThat(laps(asOf(seconds(2_101)))).hasSize(2);
    }

    /** What comes again after a restart was known since the first time. */
    @Test
    void keepsTheTimeOfTheFirstOfTwoThatSayTheSame() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        long afterFirst = clock();
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();

        assertThat(laps(knownAt(afterFirst))).hasSize(1);
        assertThat(revisions(Moment.NOW).getFirst().recordedNanos())
                .isLessThanOrEqualTo(afterFirst);
    }

    @Test
    void ofManyRevisionsTheShortestGiveWayAndNothingIsToldBeforeItWasKnown() {
        EntryId car = car("7");
        List<Revision> many = new ArrayList<>();
        int count = SupersededTable.MOST + 10;
        for (int revision = 1; revision <= count; revision++) {
            // The even ones are replaced at once.
            long recorded = revision * 1_000L - (revision % 2 == 1 ? 999 : 0);
            many.add(Revision.holding(lap(car, revision, 1, revision), recorded));
        }
        database.write(connection -> new FactTable(codec).keep(connection, many));

        assertThat(rows()).isEqualTo(SupersededTable.MOST);
        assertThat(laps(knownAt(0))).isEmpty();
        assertThat(laps(knownAt(1))).containsExactly(lap(car, 1, 1, 1));
        assertThat(laps(Moment.NOW)).containsExactly(lap(car, count, 1, count));
        LongStream.range(1, count * 1_000L)
                .filter(nanos -> nanos % 100 == 1)
                .forEach(nanos -> {
                    Revision known = revisions(knownAt(nanos)).getFirst();
                    Revision stated =
                            many.stream()
                                    .filter(one -> one.recordedNanos() <= nanos)
                                    .reduce((earlier, later) -> later)
                                    .orElseThrow();
                    assertThat(known.event().revision())
                            .isBetween(stated.event().revision() - 1, stated.event().revision());
                });
    }

    /**
     * A second that is held back hides the end of the fastest lap: its time is known badly, so it
     * is no best lap, and another car is ahead until the second comes.
     */
    @Test
    void tellsALapOfARealRecordingAndTheStandingsBeforeAndAfterALateBlock() throws IOException {
        EntryId car = car("21");
        EntryId other = car("9");
        List<TelemetryBlock> blocks = blocks(car);
        long start = blocks.getFirst().firstNanos();
        TelemetryBlock late = blocks.get(FASTEST_ENDS_IN);
        EntryTiming timing = new EntryTiming();
        blocks.stream()
                .filter(block -> block.sequence() != late.sequence())
                .forEach(block -> publish(timing.accept(block).toArray(TimingEvent[]::new)));
        publish(flying(other, start, EpochNanos.ofSeconds(FASTEST_S + 0.3)));
        long between = clock();
        publish(timing.accept(late).toArray(TimingEvent[]::new));
        awaitCaughtUp();

        Revision then = fastest(car, knownAt(between));
        Revision now = fastest(car, Moment.NOW);
        assertThat(LapCertainty.uncertain((LapCompleted) then.event())).isTrue();
        assertThat(LapCertainty.uncertain((LapCompleted) now.event())).isFalse();
        assertThat(seconds(now)).isCloseTo(FASTEST_S, within(0.02)).isNotEqualTo(seconds(then));
        assertThat(then.event().revision()).isEqualTo(1);
        assertThat(then.supersededNanos()).hasValue(now.recordedNanos());
        assertThat(now.event()).isEqualTo(views.lap(new LapReference(car, FASTEST)).orElseThrow());
        assertThat(summary(car, knownAt(between)).bestLap()).hasValue(FASTEST - 1);
        assertThat(summary(car, knownAt(between)).position()).hasValue(2);
        assertThat(summary(car, Moment.NOW).bestLap()).hasValue(FASTEST);
        assertThat(summary(car, Moment.NOW).position()).hasValue(1);
    }

    @Test
    void tellsTheOrderOfARaceAsFarAsItWasKnown() {
        EntryId leader = car("1");
        EntryId second = car("2");
        publish(lap(leader, 1, 1, 100), lap(second, 1, 1, 101));
        long between = clock();
        publish(lap(second, 1, 2, 99), lap(leader, 1, 2, 103));
        awaitCaughtUp();
        TimingHistory history = views.history();

        var now = race(history, Moment.NOW);
        var then = race(history, knownAt(between));
        var early = race(history, asOf(seconds(1_100)));

        assertThat(order(now)).containsExactly("2", "1");
        assertThat(now.atNanos()).hasValue(seconds(9_999));
        assertThat(order(then)).containsExactly("1", "2");
        assertThat(then.atNanos()).hasValue(seconds(1_101));
        assertThat(order(early)).containsExactly("1");
        assertThat(early.atNanos()).hasValue(seconds(1_100));
        assertThat(race(history, knownAt(1)).atNanos()).isEmpty();
    }

    @Test
    void makesAnewWhatAnOlderProgramKeptWithoutTimes() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        long between = clock();
        publish(lap(car, 2, 1, 99));
        views.close();
        try (Database old = SqliteDatabase.open(directory.resolve("old.db"))) {
            old.migrate(TimingSchema.COMPONENT, TimingSchema.SPINE);
            old.write(connection -> {
                try (Statement insert = connection.createStatement()) {
                    return insert.executeUpdate(
                            "INSERT INTO timing_fact VALUES ('%s', '7', 'lap/1', 'lap', 2, x'00')"
                                    .formatted(session));
                }
            });

            views = new TimingViews(old, codec);
            views.start(log);

            await().atMost(SOON).until(() -> caughtUp(old));
            assertThat(laps(Moment.NOW)).containsExactly(lap(car, 2, 1, 99));
            assertThat(laps(knownAt(between))).containsExactly(lap(car, 1, 1, 100));
            views.close();
        }
    }

    private TimingHistory.RaceStandings race(TimingHistory history, Moment moment) {
        return history.raceStandings(
                car("1").session(), moment, OptionalLong.empty(), seconds(9_999));
    }

    private static List<String> order(TimingHistory.RaceStandings standings) {
        return standings.order().stream().map(one -> one.place().entry().car()).toList();
    }

    private EntrySummary summary(EntryId car, Moment moment) {
        return views.history().summaries(car.session(), moment).stream()
                .filter(summary -> summary.entry().equals(car))
                .findFirst()
                .orElseThrow();
    }

    private Revision fastest(EntryId car, Moment moment) {
        return revisions(moment).stream()
                .filter(one -> one.event().entry().equals(car))
                .filter(one -> ((LapCompleted) one.event()).number() == FASTEST)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(Revision lap) {
        return EpochNanos.toSeconds(((LapCompleted) lap.event()).durationNanos());
    }

    private static LapCompleted flying(EntryId car, long start, long nanos) {
        return new LapCompleted(
                car,
                1,
                1,
                LapKind.FLYING,
                start,
                nanos,
                List.of(),
                Witness.GATE,
                0,
                OptionalInt.empty());
    }

    private List<Revision> revisions(Moment moment) {
        return views.history().laps(car("7").session(), moment);
    }

    private List<LapCompleted> laps(Moment moment) {
        return revisions(moment).stream().map(one -> (LapCompleted) one.event()).toList();
    }

    private int rows() {
        return database.read(connection -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("SELECT COUNT(*) FROM timing_superseded")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** The log counts milliseconds; what is appended after this is recorded after it. */
    private static long clock() {
        long now = System.currentTimeMillis();
        await().atMost(SOON).until(() -> System.currentTimeMillis() > now);
        return EpochNanos.of(Instant.ofEpochMilli(now));
    }

    private static Moment knownAt(long nanos) {
        return new Moment(OptionalLong.empty(), OptionalLong.of(nanos));
    }

    private static Moment asOf(long nanos) {
        return new Moment(OptionalLong.of(nanos), OptionalLong.empty());
    }

    private static List<TelemetryBlock> blocks(EntryId car) throws IOException {
        Path file = Path.of(System.getProperty("vitalcore.recordings", "")).resolve(RECORDING);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: the real recording " + file + " is not on this machine";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        List<TelemetryBlock> blocks = new ArrayList<>();
        try (Recording recording = Recordings.open(file)) {
            recording
                    .blocks(SourceId.named("speedangle"), car, EpochNanos.PER_SECOND)
                    .forEachRemaining(blocks::add);
        }
        return blocks;
    }
}
