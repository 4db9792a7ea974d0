package dev.vitalcore.app.command;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.edge.Recording;

/** What a recording says of itself, as the line above a table. */
final class Heading {
    private Heading() {}

    /** E.g. {@code Road America (racelogic-vbo), car 11a, driver J. Smith, track Road America}. */
    static String of(Recording recording) {
        SourceDeclaration declared = recording.declaration();
        return "%s (%s), car %s".formatted(declared.title(), recording.format(), recording.car())
                + declared.driver().map(driver -> ", driver " + driver).orElse("")
                + declared.track().map(track -> ", track " + track).orElse("");
    }
}
