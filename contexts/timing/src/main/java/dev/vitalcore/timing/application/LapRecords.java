package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import java.util.Optional;

/** Where laps are looked up. */
@FunctionalInterface
public interface LapRecords {
    /** The lap as last corrected; empty where there is none or it was withdrawn. */
    Optional<LapCompleted> lap(LapReference reference);
}
