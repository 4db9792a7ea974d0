package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PitVisitsTest {
    private final LapBook book = new LapBook();
    private int passings;
    private int laps;

    @Test
    void isInThePitsFromTheEntryToTheExit() {
        track(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"), gate(Kind.SECTOR, "s"));
        passes(Kind.SECTOR, "s", 90);
        passes(Kind.PIT_ENTRY, "in", 100);
        passesLine(LapKind.IN, 110);
        passes(Kind.PIT_EXIT, "out", 130);

        assertThat(inPit(99)).contains(false);
        assertThat(inPit(100)).contains(true);
        assertThat(inPit(129)).contains(true);
        assertThat(inPit(130)).contains(false);
    }

    @Test
    void isNotKnownWithoutPitGates() {
        track(gate(Kind.SECTOR, "s"));
        passes(Kind.SECTOR, "s", 100);

        assertThat(inPit(120)).isEmpty();
        assertThat(new PitVisits(new LapBook()).inPit(120)).isEmpty();
    }

    @Test
    void isNotKnownWithoutAnExitGate() {
        track(gate(Kind.PIT_ENTRY, "in"));
        passes(Kind.PIT_ENTRY, "in", 100);

        assertThat(inPit(99)).isEmpty();
        assertThat(inPit(120)).isEmpty();
    }

    @Test
    void anEntryAndAnExitMayHaveOneName() {
        track(gate(Kind.PIT_ENTRY, "pit"), gate(Kind.PIT_EXIT, "pit"));
        passes(Kind.PIT_ENTRY, "pit", 100);
        passes(Kind.PIT_EXIT, "pit", 130);

        assertThat(inPit(129)).contains(true);
        assertThat(inPit(130)).contains(false);
    }

    @Test
    void eventsThatDoNotTellTheKindOfTheGateAreReadByItsName() {
        track(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"));
        passes(Optional.empty(), "in", 100);
        passes(Optional.empty(), "start-finish", 110);
        passes(Optional.empty(), "out", 130);

        assertThat(inPit(99)).contains(false);
        assertThat(inPit(129)).contains(true);
        assertThat(inPit(130)).contains(false);
    }

    @Test
    void isNotKnownWhereNeitherTheEventNorTheNameTellsTheGate() {
        track(gate(Kind.PIT_ENTRY, "pit"), gate(Kind.PIT_EXIT, "pit"));
        passes(Optional.empty(), "pit", 100);

        assertThat(inPit(120)).isEmpty();
    }

    @Test
    void whoPassesTheLineOnTheTrackHasLeftThePitsThoughTheExitWasNotSeen() {
        track(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"));
        passes(Kind.PIT_ENTRY, "in", 100);
        passesLine(LapKind.IN, 110);
        passesLine(LapKind.OUT, 220);

        assertThat(inPit(219)).contains(true);
        assertThat(inPit(220)).contains(false);
    }

    @Test
    void whoPassesTheLineTwiceHasLeftThePitsThoughAHoleHidesWhere() {
        track(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"));
        passes(Kind.PIT_ENTRY, "in", 100);
        passesLine(LapKind.PARTIAL, 110);
        passesLine(LapKind.PARTIAL, 220);

        assertThat(inPit(219)).contains(true);
        assertThat(inPit(220)).contains(false);
    }

    @Test
    void aPieceThatEndsWithTheRecordingIsNoPassing() {
        track(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"));
        passes(Kind.PIT_ENTRY, "in", 100);
        passesLine(LapKind.IN, 110);
        lapEnds(LapKind.PARTIAL, 150, Witness.RECORDING);

        assertThat(inPit(200)).contains(true);
    }

    private Optional<Boolean> inPit(long at) {
        return new PitVisits(book).inPit(at);
    }

    private void track(DeclaredGate... gates) {
        book.apply(new TrackAdopted(TestBlocks.ENTRY, 1, List.of(gates), Witness.GATE));
    }

    private void passes(Kind kind, String gate, long at) {
        passes(Optional.of(kind), gate, at);
    }

    private void passes(Optional<Kind> kind, String gate, long at) {
        passings++;
        book.apply(new GatePassed(TestBlocks.ENTRY, 1, passings, gate, at, 60, Witness.GATE, kind));
    }

    private void passesLine(LapKind kind, long at) {
        lapEnds(kind, at, Witness.GATE);
    }

    private void lapEnds(LapKind kind, long at, Witness endedBy) {
        laps++;
        book.apply(
                new LapCompleted(
                        TestBlocks.ENTRY,
                        1,
                        laps,
                        kind,
                        at - 10,
                        10,
                        List.of(),
                        endedBy,
                        0,
                        OptionalInt.empty()));
    }

    private static DeclaredGate gate(Kind kind, String name) {
        return new DeclaredGate(kind, name, new DeclaredGate.Point(45, 9, 90, 10));
    }
}
