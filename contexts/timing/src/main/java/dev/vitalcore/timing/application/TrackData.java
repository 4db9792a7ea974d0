package dev.vitalcore.timing.application;

import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A provider of circuits, on another machine, and what was last had of it, on this one. */
public interface TrackData {
    /** For people, e.g. the name of the machine. */
    String provider();

    /**
     * All circuits of the provider, as they are now; kept for {@link #lastGood}. Ends when its
     * thread is interrupted; takes no more memory than a bounded answer.
     *
     * @throws IOException when they cannot be had; {@link dev.vitalcore.platform.calls.TryLater}
     *     when the provider says when to come back
     */
    List<PublishedCircuit> fetch() throws IOException, InterruptedException;

    /** What was last had, also before a restart; empty where nothing usable is kept. */
    Optional<Kept> lastGood();

    /**
     * Circuits that were had.
     *
     * @param at when the provider last said that they are so
     */
    record Kept(List<PublishedCircuit> circuits, Instant at) {
        public Kept {
            circuits = List.copyOf(circuits);
        }
    }
}
