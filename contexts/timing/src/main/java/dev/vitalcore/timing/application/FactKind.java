package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;

/** What a stored fact is about, so that a question reads only what it needs. */
enum FactKind {
    TRACK("track"),
    PASSING("passing"),
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
            case TimingEvent.GatePassed passing -> PASSING;
            case TimingEvent.LapCompleted lap -> LAP;
            case TimingEvent.SectorCompleted sector -> SECTOR;
            case TimingEvent.TimingWarned warning -> WARNING;
            case TimingEvent.Withdrawn withdrawn -> ofSubject(withdrawn.subject());
        };
    }

    private static FactKind ofSubject(String subject) {
        if (subject.startsWith("lap/")) {
            return subject.contains("/sector/") ? SECTOR : LAP;
        }
        return subject.startsWith("passing/") ? PASSING : WARNING;
    }
}
