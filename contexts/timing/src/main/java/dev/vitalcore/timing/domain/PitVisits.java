package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a car is in the pit lane, as its pit gates tell. */
public final class PitVisits {
    private final LapBook book;
    private final List<DeclaredGate> gates;

    public PitVisits(LapBook book) {
        this.book = book;
        this.gates = book.track().map(track -> track.gates()).orElse(List.of());
    }

    /**
     * At a time, by what was known then; empty where the track has not both a pit entry and a pit
     * exit, or where nothing tells which of them was passed.
     */
    public Optional<Boolean> inPit(long atNanos) {
        return gatesTell() ? Optional.of(inside(atNanos)) : Optional.empty();
    }

    private boolean inside(long atNanos) {
        // Who has passed neither gate has started from the grid.
        return book.passings().stream()
                .filter(passing -> passing.timeNanos() <= atNanos && isPit(passing))
                .max(Comparator.comparingLong(GatePassed::timeNanos))
                .filter(last -> isEntry(last) && !isOut(last.timeNanos(), atNanos))
                .isPresent();
    }

    /**
     * Where a hole hides the exit, the line tells: it was passed on the track, or for the second
     * time since.
     */
    private boolean isOut(long enteredNanos, long atNanos) {
        List<LapCompleted> since =
                book.laps().stream()
                        .filter(lap -> lap.endedBy() != Witness.RECORDING)
                        .filter(lap -> lap.endNanos() > enteredNanos && lap.endNanos() <= atNanos)
                        .toList();
        return since.size() > 1 || since.stream().anyMatch(PitVisits::endsOnTrack);
    }

    private static boolean endsOnTrack(LapCompleted lap) {
        return switch (lap.kind()) {
            case OUT, FLYING -> true;
            case IN, PIT, PARTIAL -> false;
        };
    }

    private boolean isPit(GatePassed passing) {
        return isOf(passing, DeclaredGate.Kind.PIT_EXIT) || isEntry(passing);
    }

    private boolean isEntry(GatePassed passing) {
        return isOf(passing, DeclaredGate.Kind.PIT_ENTRY);
    }

    /** Of an event that does not tell the kind of its gate, its name has to do. */
    private boolean isOf(GatePassed passing, DeclaredGate.Kind kind) {
        return passing.kind()
                .map(told -> told == kind)
                .orElseGet(() -> names(kind).contains(passing.gate()));
    }

    private boolean gatesTell() {
        Set<String> entries = names(DeclaredGate.Kind.PIT_ENTRY);
        Set<String> exits = names(DeclaredGate.Kind.PIT_EXIT);
        return !entries.isEmpty()
                && !exits.isEmpty()
                && (Collections.disjoint(entries, exits)
                        || book.passings().stream()
                                .allMatch(passing -> passing.kind().isPresent()));
    }

    private Set<String> names(DeclaredGate.Kind kind) {
        return gates.stream()
                .filter(gate -> gate.kind() == kind)
                .map(DeclaredGate::name)
                .collect(Collectors.toSet());
    }
}
