package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LapSummaryTest {
    private static final long BEYOND = LapCertainty.LIMIT_NANOS + 1;

    @Test
    void takesTheBestOfFlyingLapsOnly() {
        LapSummary summary =
                LapSummary.of(
                        List.of(
                                TestLaps.lap(1, 1, LapKind.OUT, 60, List.of()),
                                TestLaps.flying(2, 1, 92),
                                TestLaps.flying(3, 1, 91),
                                TestLaps.flying(4, 1, 91),
                                TestLaps.lap(5, 1, LapKind.IN, 80, List.of()),
                                TestLaps.lap(6, 1, LapKind.PARTIAL, 10, List.of())));

        assertThat(summary.best().orElseThrow().number()).isEqualTo(3);
        assertThat(summary.laps()).isEqualTo(5);
        assertThat(summary.last().orElseThrow().number()).isEqualTo(5);
    }

    @Test
    void anUncertainLapIsCountedButNeverBest() {
        LapCompleted tooFast = TestLaps.uncertain(TestLaps.withSectors(3, 20, 10, 30), BEYOND);
        LapSummary summary =
                LapSummary.of(
                        List.of(
                                TestLaps.withSectors(2, 33, 30, 30),
                                tooFast,
                                TestLaps.withSectors(4, 34, 31, 31)));

        assertThat(summary.laps()).isEqualTo(3);
        assertThat(summary.best().orElseThrow().number()).isEqualTo(2);
        assertThat(summary.theoreticalBestNanos()).hasValue(TestLaps.nanos(93));
        assertThat(summary.rollingBestNanos()).hasValue(TestLaps.nanos(93));
        assertThat(LapSummary.of(List.of(tooFast)).last()).contains(tooFast);
    }

    @Test
    void whereNoLapIsKnownWellTheFastestOfTheSurestIsBestAndNothingIsMeasuredByIt() {
        LapCompleted wild = TestLaps.uncertain(TestLaps.withSectors(2, 20, 10, 30), 40 * BEYOND);
        LapCompleted fast = TestLaps.uncertain(TestLaps.withSectors(3, 30, 30, 30), BEYOND);
        LapCompleted slow = TestLaps.uncertain(TestLaps.withSectors(4, 31, 31, 31), BEYOND);

        LapSummary summary = LapSummary.of(List.of(wild, slow, fast));

        assertThat(summary.best()).contains(fast);
        assertThat(summary.knownBest()).isEmpty();
        assertThat(summary.theoreticalBestNanos()).isEmpty();
        assertThat(summary.rollingBestNanos()).isEmpty();
        assertThat(LapSummary.of(List.of(wild)).best()).isEmpty();
    }

    @Test
    void aLapAtTheLimitIsStillCertain() {
        LapCompleted known = TestLaps.uncertain(TestLaps.flying(2, 1, 90), BEYOND - 1);

        assertThat(LapSummary.of(List.of(known)).best()).contains(known);
    }

    @Test
    void isEmptyBeforeTheFirstLap() {
        LapSummary summary = LapSummary.of(List.of());

        assertThat(summary.best()).isEmpty();
        assertThat(summary.last()).isEmpty();
        assertThat(summary.theoreticalBestNanos()).isEmpty();
        assertThat(summary.rollingBestNanos()).isEmpty();
    }

    @Test
    void sumsTheBestSectorsToTheTheoreticalBest() {
        LapSummary summary =
                LapSummary.of(
                        List.of(
                                TestLaps.withSectors(2, 30, 31, 32),
                                TestLaps.withSectors(3, 31, 30, 33),
                                TestLaps.flying(4, 1, 60)));

        assertThat(summary.bestSectorNanos())
                .containsExactly(TestLaps.nanos(30), TestLaps.nanos(30), TestLaps.nanos(32));
        assertThat(summary.theoreticalBestNanos()).hasValue(TestLaps.nanos(92));
    }

    @Test
    void findsTheBestLapFromAnySectorGate() {
        LapSummary summary =
                LapSummary.of(
                        List.of(
                                TestLaps.withSectors(2, 33, 30, 30),
                                TestLaps.withSectors(3, 30, 34, 31)));

        // the last two sectors of lap 2 and the first of lap 3
        assertThat(summary.rollingBestNanos()).hasValue(TestLaps.nanos(90));
    }

    @Test
    void rollsOnlyOverLapsThatFollowEachOther() {
        LapSummary summary =
                LapSummary.of(
                        List.of(
                                TestLaps.withSectors(2, 33, 30, 30),
                                TestLaps.withSectors(4, 30, 34, 31)));

        assertThat(summary.rollingBestNanos()).hasValue(TestLaps.nanos(93));
    }

    @Test
    void withoutSectorsTheRollingBestIsTheBestLap() {
        LapSummary summary =
                LapSummary.of(List.of(TestLaps.flying(2, 1, 92), TestLaps.flying(3, 1, 91)));

        assertThat(summary.rollingBestNanos()).hasValue(TestLaps.nanos(91));
    }

    @Test
    void ordersEntriesByBestLapAndThenByWhoDroveItFirst() {
        EntryId slow = entry("slow");
        EntryId first = entry("x-first");
        EntryId second = entry("a-second");
        EntryId none = entry("none");

        List<Standings.Standing> standings =
                Standings.byBestLap(
                        Map.of(
                                slow, LapSummary.of(List.of(TestLaps.flying(2, 1, 93))),
                                second, LapSummary.of(List.of(TestLaps.flying(5, 1, 91))),
                                first, LapSummary.of(List.of(TestLaps.flying(3, 1, 91))),
                                none, LapSummary.of(List.of())));

        assertThat(standings)
                .extracting(Standings.Standing::entry)
                .containsExactly(first, second, slow, none);
        assertThat(standings.get(2).position()).hasValue(3);
        assertThat(standings.get(2).gapNanos()).hasValue(TestLaps.nanos(2));
        assertThat(standings.get(3).position()).isEmpty();
        assertThat(standings.get(3).gapNanos()).isEmpty();
    }

    private static EntryId entry(String car) {
        return new EntryId(new SessionId("session"), car);
    }
}
