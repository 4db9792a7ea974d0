package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a car is in the pit lane, as its pit gates tell. */
public final class PitVisits {
    private PitVisits() {}

    /** At a time, by what was passed up to it; empty where the track has no pit entry. */
    public static Optional<Boolean> inPit(
            List<DeclaredGate> gates, List<GatePassed> passings, long atNanos) {
        Set<String> entries = names(gates, DeclaredGate.Kind.PIT_ENTRY);
        Set<String> exits = names(gates, DeclaredGate.Kind.PIT_EXIT);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return passings.stream()
                .filter(passing -> passing.timeNanos() <= atNanos)
                .filter(passing ->
                        entries.contains(passing.gate()) || exits.contains(passing.gate()))
                .max(Comparator.comparingLong(GatePassed::timeNanos))
                .map(passing -> entries.contains(passing.gate()))
                // Who has passed neither has started from the grid.
                .or(() -> Optional.of(false));
    }

    private static Set<String> names(List<DeclaredGate> gates, DeclaredGate.Kind kind) {
        return gates.stream()
                .filter(gate -> gate.kind() == kind)
                .map(DeclaredGate::name)
                .collect(Collectors.toSet());
    }
}
