package dev.vitalcore.racecontrol.application.view;

/**
 * A decision as a line of the timeline.
 *
 * @param about the object, e.g. {@code incident/3}
 * @param line in words
 */
public record TimelineLine(
        long position,
        String session,
        long version,
        String type,
        String about,
        long atNanos,
        long recordedNanos,
        String who,
        String why,
        String correlation,
        String causation,
        String line) {}
