package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.projection.Generation.State;
import java.util.List;
import java.util.Optional;

/**
 * How a projection stands.
 *
 * @param schemaVersion of this program; a live generation of another one stands still
 * @param generations the oldest first
 * @param end the last position of the store
 * @param failure why it does not go on; empty while all goes well
 */
public record ProjectionStatus(
        String name,
        int schemaVersion,
        List<GenerationStatus> generations,
        long end,
        Optional<String> failure) {
    public Optional<Generation> live() {
        return in(State.LIVE);
    }

    public Optional<Generation> building() {
        return in(State.BUILDING);
    }

    private Optional<Generation> in(State state) {
        return generations.stream()
                .map(GenerationStatus::generation)
                .filter(generation -> generation.state() == state)
                .findFirst();
    }
}
