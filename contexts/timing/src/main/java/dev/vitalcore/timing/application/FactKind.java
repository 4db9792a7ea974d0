package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent;

/** What a stored fact is about, so that a question reads only what it needs. */
enum FactKind {
    TRACK("track"),
    /** Of a gate whose kind is not told: written before it was, or withdrawn. */
    PASSING("passing"),
    TRACK_PASSING("track_passing"),
    PIT_PASSING("pit_passing"),
    LAP("lap"),
    SECTOR("sector"),
    WARNING("warning");

    private final String stored;

    FactKind(String stored) {
        this.stored = stored;
    }

    /** As it stands in the table; does not change when the constant is renamed. */
    String stored() {
        return stored;
    }

    /** What is withdrawn gives its place to the withdrawal. */
    static FactKind of(TimingEvent event) {
        return switch (event) {
            case TimingEvent.TrackAdopted track -> TRACK;
            case TimingEvent.GatePassed passing ->
                    passing.kind().map(FactKind::ofPassing).orElse(PASSING);
            case TimingEvent.LapCompleted lap -> LAP;
            case TimingEvent.SectorCompleted sector -> SECTOR;
            case TimingEvent.TimingWarned warning -> WARNING;
            case TimingEvent.Withdrawn withdrawn -> ofSubject(withdrawn.subject());
        };
    }

    private static FactKind ofPassing(DeclaredGate.Kind kind) {
        return switch (kind) {
            case START_FINISH, SECTOR -> TRACK_PASSING;
            case PIT_ENTRY, PIT_EXIT -> PIT_PASSING;
        };
    }

    private static FactKind ofSubject(String subject) {
        if (subject.startsWith("lap/")) {
            return subject.contains("/sector/") ? SECTOR : LAP;
        }
        return subject.startsWith("passing/") ? PASSING : WARNING;
    }
}
