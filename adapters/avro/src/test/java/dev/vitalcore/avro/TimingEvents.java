package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Timing events to test with. */
final class TimingEvents {
    private static final EntryId ENTRY = EntryId.parse("road-america/11a");

    private TimingEvents() {}

    static List<TimingEvent> oneOfEach() {
        return List.of(
                new TimingEvent.TrackAdopted(
                        ENTRY,
                        1,
                        List.of(
                                new DeclaredGate(
                                        Kind.START_FINISH,
                                        "start-finish",
                                        new DeclaredGate.Line(43.7, -87.9, 43.71, -87.91))),
                        Witness.LEARNED_GATE),
                new TimingEvent.GatePassed(
                        ENTRY,
                        2,
                        17,
                        "start-finish",
                        1_700_000_000_000_000_001L,
                        201.5,
                        Witness.GATE,
                        Optional.of(Kind.START_FINISH)),
                new TimingEvent.LapCompleted(
                        ENTRY,
                        3,
                        2,
                        LapKind.FLYING,
                        1_700_000_000_000_000_001L,
                        114_960_000_000L,
                        List.of(30_000_000_000L, 84_960_000_000L),
                        Witness.BEACON,
                        1_500_000_000L,
                        OptionalInt.of(13)),
                new TimingEvent.SectorCompleted(ENTRY, 1, 2, 1, 17, 30_000_000_000L),
                new TimingEvent.TimingWarned(
                        ENTRY, 1, "start-line-elsewhere", "the line is 1,900 km away", 5),
                new TimingEvent.Withdrawn(ENTRY, 4, "lap/5"));
    }
}
