package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.projection.Generation;
import dev.vitalcore.platform.projection.GenerationStatus;
import dev.vitalcore.platform.projection.ParkedStream;
import dev.vitalcore.platform.projection.ProjectionRunner;
import dev.vitalcore.platform.projection.ProjectionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a projection stands.
 *
 * @param lag events that its answers do not know yet
 * @param end last position of the event store
 */
public record ProjectionJson(
        String name,
        int schemaVersion,
        long lag,
        long end,
        List<OneGeneration> generations,
        List<Parked> parked,
        @Nullable String failure) {
    public static ProjectionJson of(ProjectionRunner<?> runner) {
        ProjectionStatus status = runner.status();
        long position = status.live().map(Generation::position).orElse(0L);
        return new ProjectionJson(
                status.name(),
                status.schemaVersion(),
                Math.max(0, status.end() - position),
                status.end(),
                status.generations().stream().map(OneGeneration::of).toList(),
                runner.parked().stream().map(Parked::of).toList(),
                status.failure().orElse(null));
    }

    /** A set of tables: the one that answers, one that is being built, one that is going. */
    public record OneGeneration(
            int number, int schemaVersion, String state, long position, int parkedStreams) {
        static OneGeneration of(GenerationStatus status) {
            Generation generation = status.generation();
            return new OneGeneration(
                    generation.number(),
                    generation.schemaVersion(),
                    Words.of(generation.state()),
                    generation.position(),
                    status.parkedStreams());
        }
    }

    /** A stream that is not followed until it is retried. */
    public record Parked(
            String stream,
            long position,
            long version,
            String type,
            String reason,
            String since,
            long behind) {
        static Parked of(ParkedStream parked) {
            return new Parked(
                    parked.stream().toString(),
                    parked.position(),
                    parked.version(),
                    parked.type(),
                    parked.reason(),
                    EpochNanos.toInstant(parked.parkedNanos()).toString(),
                    parked.behind());
        }
    }
}
