package dev.vitalcore.contracts.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * What a source says of itself before its first sample. Travels in block number 0.
 *
 * @param format e.g. {@code racelogic-vbo}
 * @param title what a human would call the recording
 * @param gates in driving order, start/finish first where known
 * @param beacons event times of passings of the start/finish line stated by the recording itself,
 *     ascending
 */
public record SourceDeclaration(
        String format,
        String title,
        Optional<String> track,
        Optional<String> vehicle,
        Optional<String> driver,
        List<DeclaredGate> gates,
        List<Long> beacons) {
    public SourceDeclaration {
        gates = List.copyOf(gates);
        beacons = List.copyOf(beacons);
    }
}
