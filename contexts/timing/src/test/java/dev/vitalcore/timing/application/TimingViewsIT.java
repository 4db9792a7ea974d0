package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.SectorCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Withdrawn;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What the views show of the facts, and what they tell of them. */
class TimingViewsIT extends TimingViewsFixture {
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

    private static DeclaredGate gate(Kind kind) {
        return gate(kind, "s1");
    }

    private static DeclaredGate gate(Kind kind, String name) {
        return new DeclaredGate(kind, name, new DeclaredGate.Line(43.7, -87.9, 43.71, -87.91));
    }
}
