package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Visits to the pits from positions, with gates of the pits and without. */
class PitGatesTest {
    @Test
    void tellsThePitLaneFromTheTrack() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).lapIntoThePits(25).laps(1, 1).on(300);

        LapBook book =
                TestBlocks.run(
                        TestBlocks.ofFixes(
                                visit.fixes(10, 0.5, 3), List.of(TestBlocks.line(visit))));

        assertThat(TestBlocks.kinds(book))
                .containsExactly(
                        LapKind.OUT,
                        LapKind.FLYING,
                        LapKind.FLYING,
                        LapKind.IN,
                        LapKind.OUT,
                        LapKind.FLYING,
                        LapKind.PARTIAL);
    }

    @Test
    void declaredPitGatesTellThePitLaneHoweverNearItRuns() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).on(200).lap(1).on(50);
        List<DeclaredGate> gates = lineAndPits(visit, "in", "out");

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(visit.fixes(10, 0, 1), gates));

        // The made-up car always drives through both pit gates, so every passing is in the pits.
        assertThat(TestBlocks.kinds(book).subList(1, 4))
                .containsExactly(LapKind.PIT, LapKind.PIT, LapKind.PIT);
        assertThat(book.passings()).extracting(p -> p.gate()).contains("in", "out");
    }

    @Test
    void aPitEntryWithoutAnExitDoesNotHoldTheCarForEver() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).on(200);
        List<DeclaredGate> gates =
                List.of(
                        TestBlocks.line(visit),
                        TestBlocks.gate(visit, DeclaredGate.Kind.PIT_ENTRY, "in", -150));

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(visit.fixes(10, 0, 1), gates));

        assertThat(TestBlocks.kinds(book).subList(1, 3))
                .containsExactly(LapKind.FLYING, LapKind.FLYING);
    }

    /** The made-up car drives through both gates in each lap; what is not heard it has not done. */
    @Test
    void aVisitWhoseExitIsNotSeenEndsAtTheNextPassingOfTheLine() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).on(200);
        List<Fix> fixes = visit.fixes(10, 0, 1);
        List<Double> passings = visit.passings();
        long began = fixes.getFirst().time();
        List<Fix> heard =
                fixes.stream()
                        .filter(fix -> {
                            double at = (fix.time() - began) / 1e9;
                            double after = at - passings.get(0);
                            double before =
                                    Math.min(
                                            Math.abs(passings.get(1) - 3.5 - at),
                                            Math.abs(passings.get(2) - 3.5 - at));
                            return (after < 0.5 || after > 6) && before > 3;
                        })
                        .toList();
        List<DeclaredGate> gates = lineAndPits(visit, "in", "out");

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(heard, gates));

        assertThat(book.passings())
                .extracting(p -> p.gate())
                .containsExactly(
                        "in", "start-finish", "start-finish", "out", "start-finish", "out");
        assertThat(TestBlocks.kinds(book).subList(1, 3))
                .containsExactly(LapKind.OUT, LapKind.FLYING);
    }

    @Test
    void anEntryAndAnExitOfOneNameAreBothTold() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).on(200);
        List<DeclaredGate> gates = lineAndPits(visit, "pit", "pit");

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(visit.fixes(10, 0, 1), gates));

        assertThat(book.passings())
                .extracting(passing -> passing.kind().orElseThrow())
                .startsWith(
                        DeclaredGate.Kind.PIT_ENTRY,
                        DeclaredGate.Kind.START_FINISH,
                        DeclaredGate.Kind.PIT_EXIT,
                        DeclaredGate.Kind.PIT_ENTRY);
    }

    @Test
    void aPitGateThatIsAlsoPassedTheOtherWayIsNoVisit() {
        TestDrive visit = new TestDrive().laps(1, 1, 1).on(700);
        DeclaredGate overBothStraights =
                new DeclaredGate(
                        DeclaredGate.Kind.PIT_ENTRY,
                        "in",
                        new DeclaredGate.Line(
                                visit.latitude(150),
                                visit.longitude(-15),
                                visit.latitude(150),
                                visit.longitude(315)));
        List<DeclaredGate> gates =
                List.of(
                        TestBlocks.line(visit),
                        overBothStraights,
                        TestBlocks.gate(visit, DeclaredGate.Kind.PIT_EXIT, "out", 300),
                        TestBlocks.gate(visit, DeclaredGate.Kind.PIT_EXIT, "short way out", 50));

        LapBook book = TestBlocks.run(TestBlocks.ofFixes(visit.fixes(10, 0, 1), gates));

        assertThat(TestBlocks.kinds(book).subList(1, 3))
                .containsExactly(LapKind.FLYING, LapKind.FLYING);
    }

    /** The line, and the two gates of the pits 150 m before and after it. */
    private static List<DeclaredGate> lineAndPits(TestDrive drive, String entry, String exit) {
        return List.of(
                TestBlocks.line(drive),
                TestBlocks.gate(drive, DeclaredGate.Kind.PIT_ENTRY, entry, -150),
                TestBlocks.gate(drive, DeclaredGate.Kind.PIT_EXIT, exit, 150));
    }
}
