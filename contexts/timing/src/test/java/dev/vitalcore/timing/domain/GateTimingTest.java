package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laps from positions against gates, on a circuit where the truth is known. */
class GateTimingTest {
    /** A line of another circuit. */
    private static final DeclaredGate HOMESTEAD =
            new DeclaredGate(
                    DeclaredGate.Kind.START_FINISH,
                    "elsewhere",
                    new DeclaredGate.Point(25.455, -80.416, 180, Double.NaN));

    private final TestDrive drive =
            new TestDrive().laps(0.9, 1, 0.97, 1.03, 0.99, 1.01, 0.95, 1.02).on(1_500);

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0.005",
        "25, 0, 0.005",
        "5, 0, 0.005",
        "1, 0, 0.02",
        "10, 0.3, 0.020",
        "25, 0.3, 0.020"
    })
    void meetsEveryLap(double hertz, double noiseMetres, double tolerance) {
        List<Fix> fixes = drive.fixes(hertz, noiseMetres, 42);

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(drive))));

        List<TimingEvent.LapCompleted> flying = flying(book);
        assertThat(flying).hasSize(7);
        for (int lap = 0; lap < flying.size(); lap++) {
            double truth = drive.passings().get(lap + 1) - drive.passings().get(lap);
            TimingEvent.LapCompleted found = flying.get(lap);
            assertThat(TestBlocks.seconds(found)).isCloseTo(truth, within(tolerance));
            assertThat(found.uncertaintyNanos() / 1e9)
                    .isGreaterThan(Math.abs(TestBlocks.seconds(found) - truth));
            assertThat(LapCertainty.uncertain(found)).isFalse();
        }
    }

    @Test
    void namesTheGateAsWitnessAndAdoptsTheTrack() {
        List<DeclaredGate> gates = List.of(TestBlocks.line(drive));

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), gates));

        assertThat(flying(book)).allMatch(lap -> lap.endedBy() == Witness.GATE);
        assertThat(book.track().orElseThrow().gates()).isEqualTo(gates);
        assertThat(book.track().orElseThrow().witness()).isEqualTo(Witness.GATE);
        assertThat(book.passings()).hasSize(8).allMatch(p -> p.gate().equals("start-finish"));
    }

    @Test
    void takesTheDirectionOfABarePointFromTheTrace() {
        DeclaredGate point =
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "point",
                        new DeclaredGate.Point(
                                drive.latitude(0), drive.longitude(2), Double.NaN, Double.NaN));

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(point)));

        assertThat(flying(book)).hasSize(7);
        assertThat(book.track().orElseThrow().gates().getFirst().geometry())
                .isInstanceOfSatisfying(
                        DeclaredGate.Point.class,
                        oriented ->
                                assertThat(oriented.headingDegrees()).isCloseTo(0, within(0.5)));
    }

    @Test
    void usesAGateThatIsDeclaredAgainstTheDirectionOfTravel() {
        DeclaredGate southward =
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "point",
                        new DeclaredGate.Point(drive.latitude(0), drive.longitude(0), 180, 30));

        LapBook book =
                TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(southward)));

        assertThat(flying(book)).hasSize(7);
    }

    @Test
    void dividesLapsAtSectorGates() {
        DeclaredGate sector = TestBlocks.gate(drive, DeclaredGate.Kind.SECTOR, "first split", 300);

        LapBook book =
                TestBlocks.run(
                        TestBlocks.ofFixes(
                                drive.fixes(25, 0, 1), List.of(TestBlocks.line(drive), sector)));

        TimingEvent.LapCompleted lap = flying(book).getFirst();
        assertThat(lap.sectorNanos()).hasSize(2);
        assertThat(lap.sectorNanos().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(lap.durationNanos());
        assertThat(lap.sectorNanos().getFirst() / 1e9)
                .isCloseTo(TestDrive.secondsBetween(0, 300), within(0.005));
        assertThat(book.sectors()).filteredOn(s -> s.lap() == 2).hasSize(2);
        assertThat(book.sectors()).filteredOn(s -> s.lap() == 9).hasSize(1);
    }

    @Test
    void statesSectorsAtOnceAndLapsAtTheLine() {
        DeclaredGate sector = TestBlocks.gate(drive, DeclaredGate.Kind.SECTOR, "split", 300);
        List<TelemetryBlock> blocks =
                TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(TestBlocks.line(drive), sector));
        EntryTiming timing = new EntryTiming();
        List<Double> lateness = new ArrayList<>();

        for (TelemetryBlock block : blocks) {
            for (TimingEvent event : timing.accept(block)) {
                if (event instanceof TimingEvent.SectorCompleted done) {
                    lateness.add(seconds(block, done.startNanos() + done.durationNanos()));
                } else if (event instanceof TimingEvent.LapCompleted done) {
                    lateness.add(seconds(block, done.startNanos() + done.durationNanos()));
                }
            }
        }

        assertThat(lateness).hasSizeGreaterThan(20).allMatch(seconds -> seconds < 1.1);
    }

    @Test
    void aSectorGateBesideTheTrackIsTold() {
        TestDrive laps = new TestDrive().laps(1, 1, 1).on(200);
        DeclaredGate beside =
                new DeclaredGate(
                        DeclaredGate.Kind.SECTOR,
                        "split 1",
                        new DeclaredGate.Line(
                                laps.latitude(100),
                                laps.longitude(20),
                                laps.latitude(100),
                                laps.longitude(50)));

        LapBook book =
                TestBlocks.run(
                        TestBlocks.ofFixes(
                                laps.fixes(10, 0, 1), List.of(TestBlocks.line(laps), beside)));

        assertThat(book.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("gate-never-passed");
                    assertThat(warning.message()).contains("'split 1'", "35 m");
                });
    }

    @Test
    void writesNumbersTheSameInEveryCountry() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            LapBook book =
                    TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(HOMESTEAD)));

            assertThat(book.warnings().getFirst().message()).contains("at 25.45500, -80.41600");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void neverTimesALapOverAHoleThatHidesThePassing() {
        double hidden = drive.passings().get(3);
        List<Fix> fixes = withAHoleAround(hidden);

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(drive))));

        assertThat(flying(book)).hasSize(5);
        assertThat(book.laps().get(3).kind()).isEqualTo(LapKind.PARTIAL);
        assertThat(book.laps().get(4).kind()).isEqualTo(LapKind.PARTIAL);
        assertThat(book.warnings()).extracting(w -> w.code()).containsOnly("hole-hides-passing");
    }

    @Test
    void bearsAHoleThatHidesNothing() {
        double away = drive.passings().get(3) + 20;
        List<Fix> fixes = withAHoleAround(away);

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(drive))));

        assertThat(flying(book)).hasSize(7);
        assertThat(book.warnings()).isEmpty();
    }

    @Test
    void reportsALineOfAnotherCircuitAndLearnsOne() {
        LapBook book =
                TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of(HOMESTEAD)));

        assertThat(book.warnings())
                .extracting(w -> w.code())
                .containsExactly("start-line-elsewhere");
        assertThat(book.track().orElseThrow().witness()).isEqualTo(Witness.LEARNED_GATE);
        assertThat(flying(book)).hasSize(7);
    }

    @Test
    void learnsALineWhereNoneIsGivenAndTimesTheLapsBeforeToo() {
        LapBook book = TestBlocks.run(TestBlocks.ofFixes(drive.fixes(10, 0, 1), List.of()));

        List<TimingEvent.LapCompleted> flying = flying(book);
        assertThat(flying).hasSize(7);
        assertThat(flying).allMatch(lap -> lap.endedBy() == Witness.LEARNED_GATE);
        // The line is learned during lap 2, yet lap 2 began on it long before.
        assertThat(TestBlocks.start(flying.getFirst())).isLessThan(60);
    }

    @Test
    void findsNoLapWhereTheTraceClosesNoLoop() {
        TestDrive half = new TestDrive().on(1_500);

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(half.fixes(10, 0, 1), List.of()));

        assertThat(TestBlocks.kinds(book)).containsExactly(LapKind.PARTIAL);
        assertThat(book.track()).isEmpty();
    }

    /** Of four seconds. */
    private List<Fix> withAHoleAround(double second) {
        return drive.fixes(10, 0, 1).stream()
                .filter(fix -> Math.abs((fix.time() - TestDrive.START) / 1e9 - second) > 2)
                .toList();
    }

    private static double seconds(TelemetryBlock block, long since) {
        return (block.lastNanos() - since) / 1e9;
    }

    private static List<TimingEvent.LapCompleted> flying(LapBook book) {
        return book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
    }
}
