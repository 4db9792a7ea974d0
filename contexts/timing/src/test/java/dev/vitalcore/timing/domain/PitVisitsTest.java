package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

class PitVisitsTest {
    private static final List<DeclaredGate> GATES =
            List.of(gate(Kind.PIT_ENTRY, "in"), gate(Kind.PIT_EXIT, "out"), gate(Kind.SECTOR, "s"));
    private static final List<GatePassed> PASSINGS =
            List.of(passed(1, "in", 100), passed(2, "start-finish", 110), passed(3, "out", 130));

    @Test
    void isInThePitsFromTheEntryToTheExit() {
        assertThat(PitVisits.inPit(GATES, PASSINGS, 99)).contains(false);
        assertThat(PitVisits.inPit(GATES, PASSINGS, 100)).contains(true);
        assertThat(PitVisits.inPit(GATES, PASSINGS, 129)).contains(true);
        assertThat(PitVisits.inPit(GATES, PASSINGS, 130)).contains(false);
    }

    @Test
    void isNotKnownWithoutPitGates() {
        assertThat(PitVisits.inPit(List.of(gate(Kind.SECTOR, "s")), PASSINGS, 120)).isEmpty();
    }

    private static DeclaredGate gate(Kind kind, String name) {
        return new DeclaredGate(kind, name, new DeclaredGate.Point(45, 9, 90, 10));
    }

    private static GatePassed passed(int index, String gate, long at) {
        return new GatePassed(TestBlocks.ENTRY, 1, index, gate, at, 60, Witness.GATE);
    }
}
