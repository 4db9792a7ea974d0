package dev.vitalcore.gateway;

import dev.vitalcore.timing.application.TrackData;
import dev.vitalcore.timing.domain.circuit.EarthPoint;
import dev.vitalcore.timing.domain.circuit.PublishedCircuit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A provider that always answers: the circuit of {@link CircleRun} and two others. */
final class ScriptedTrackData implements TrackData {
    @Override
    public String provider() {
        return "Scripted";
    }

    @Override
    public List<PublishedCircuit> fetch() {
        return List.of(
                square("xx-1", "Round Track", "Circle", OptionalDouble.of(1_257), 45, 9),
                square("xx-2", "Upper Ring", "Hill", OptionalDouble.empty(), -10, 20),
                square("xx-3", "Lower Ring", "Hill", OptionalDouble.empty(), -20, 20));
    }

    @Override
    public Optional<Kept> lastGood() {
        return Optional.empty();
    }

    private static PublishedCircuit square(
            String id,
            String name,
            String place,
            OptionalDouble length,
            double latitude,
            double longitude) {
        double half = 0.002;
        return new PublishedCircuit(
                id,
                name,
                place,
                length,
                List.of(
                        new EarthPoint(latitude - half, longitude - half),
                        new EarthPoint(latitude + half, longitude - half),
                        new EarthPoint(latitude + half, longitude + half),
                        new EarthPoint(latitude - half, longitude + half),
                        new EarthPoint(latitude - half, longitude - half)));
    }
}
