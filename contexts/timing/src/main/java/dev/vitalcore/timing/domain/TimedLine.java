package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TrackAdopted;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import java.util.Optional;

/**
 * Where the line lies at which a car was seen to end its laps. Passings of two cars can be told
 * apart in seconds only at one line: each logger may have learned another one, and where its
 * counter steps nobody says.
 */
record TimedLine(Witness witness, GateLine line) {
    /** A car at 180 km/h drives so far in 0.2 s, less than what a lap may be off. */
    private static final double ALIKE_M = 10;

    /** Farther beside it lies another straight. */
    private static final double BESIDE_M = 40;

    /** Empty where the track tells no line. */
    static Optional<TimedLine> of(TrackAdopted track) {
        return track.gates().stream()
                .filter(gate -> gate.kind() == DeclaredGate.Kind.START_FINISH)
                .findFirst()
                .map(gate -> new TimedLine(track.witness(), GateLine.of(gate)));
    }

    /** Whether a lap was seen to end at this line. */
    boolean ended(LapCompleted lap) {
        return lap.endedBy() == witness;
    }

    boolean sameAs(TimedLine other) {
        DeclaredGate.Geometry geometry = other.line.gate().geometry();
        if (line.gate().geometry().equals(geometry)) {
            return true;
        }
        double latitude = other.line.plane().latitude();
        double longitude = other.line.plane().longitude();
        // A line whose direction is not known (NaN) is no other line than itself.
        return Math.abs(line.along(latitude, longitude)) <= ALIKE_M
                && Math.abs(line.across(latitude, longitude)) <= BESIDE_M;
    }
}
