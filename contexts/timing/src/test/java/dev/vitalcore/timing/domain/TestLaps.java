package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Laps for tests of what is made of laps. */
final class TestLaps {
    private TestLaps() {}

    static LapCompleted flying(int number, int revision, double seconds) {
        return lap(number, revision, LapKind.FLYING, seconds, List.of());
    }

    static LapCompleted withSectors(int number, double... sectors) {
        return lap(
                number,
                1,
                LapKind.FLYING,
                Arrays.stream(sectors).sum(),
                Arrays.stream(sectors).mapToObj(TestLaps::nanos).toList());
    }

    static LapCompleted uncertain(LapCompleted lap, long uncertaintyNanos) {
        return new LapCompleted(
                lap.entry(),
                lap.revision(),
                lap.number(),
                lap.kind(),
                lap.startNanos(),
                lap.durationNanos(),
                lap.sectorNanos(),
                lap.endedBy(),
                uncertaintyNanos,
                OptionalInt.empty());
    }

    static LapCompleted lap(
            int number, int revision, LapKind kind, double seconds, List<Long> sectors) {
        Witness endedBy = kind == LapKind.PARTIAL ? Witness.RECORDING : Witness.GATE;
        return new LapCompleted(
                TestBlocks.ENTRY,
                revision,
                number,
                kind,
                number * 100_000_000_000L,
                nanos(seconds),
                sectors,
                endedBy,
                0,
                OptionalInt.empty());
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
