package dev.vitalcore.gateway.json;

import dev.vitalcore.platform.calls.Answer;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.domain.circuit.EarthPoint;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circuit as somebody publishes it.
 *
 * @param provider whose it is
 * @param state fresh or stale
 * @param fetched when the provider last said that it is so
 * @param ageS since then
 * @param reason why it is stale
 * @param foundBy position or name
 * @param place null where the provider does not say it; so is the length
 */
public record CircuitJson(
        String provider,
        String state,
        String fetched,
        double ageS,
        @Nullable String reason,
        String foundBy,
        String id,
        String name,
        @Nullable String place,
        @Nullable Double lengthM,
        Outline outline) {
    private static final double NANOS = 1e9;

    /** Point by point, along a lap. */
    public record Outline(double[] latitude, double[] longitude) {
        static Outline of(List<EarthPoint> points) {
            return new Outline(
                    points.stream().mapToDouble(EarthPoint::latitude).toArray(),
                    points.stream().mapToDouble(EarthPoint::longitude).toArray());
        }
    }

    public static CircuitJson of(Answer<Circuits.Found> answer, Instant now) {
        Circuits.Found found = answer.value();
        PublishedCircuit circuit = found.circuit();
        return new CircuitJson(
                found.provider(),
                switch (answer) {
                    case Answer.Fresh<Circuits.Found> fresh -> "fresh";
                    case Answer.Stale<Circuits.Found> stale -> "stale";
                },
                answer.at().toString(),
                Math.max(0, Duration.between(answer.at(), now).toNanos() / NANOS),
                answer instanceof Answer.Stale<Circuits.Found> stale ? stale.reason() : null,
                switch (found.by()) {
                    case POSITION -> "position";
                    case NAME -> "name";
                },
                circuit.id(),
                circuit.name(),
                circuit.place().isEmpty() ? null : circuit.place(),
                circuit.lengthMetres().isPresent() ? circuit.lengthMetres().getAsDouble() : null,
                Outline.of(circuit.outline()));
    }
}
