package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import java.util.Optional;

/** What a source declared of itself, as far as the catalogue shows it. */
public record Declared(
        String format,
        String title,
        Optional<String> track,
        Optional<String> vehicle,
        Optional<String> driver) {
    public static Declared of(SourceDeclaration declaration) {
        return new Declared(
                declaration.format(),
                declaration.title(),
                declaration.track(),
                declaration.vehicle(),
                declaration.driver());
    }
}
