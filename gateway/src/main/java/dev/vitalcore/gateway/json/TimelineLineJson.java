package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.racecontrol.application.view.TimelineLine;

/** A decision as a line of a timeline. */
public record TimelineLineJson(
        long position,
        String session,
        long version,
        String type,
        String about,
        String at,
        String recorded,
        String who,
        String why,
        String correlation,
        String causation,
        String text) {
    public static TimelineLineJson of(TimelineLine line) {
        return new TimelineLineJson(
                line.position(),
                line.session(),
                line.version(),
                EventFacts.snake(line.type()),
                line.about(),
                EpochNanos.toInstant(line.atNanos()).toString(),
                EpochNanos.toInstant(line.recordedNanos()).toString(),
                line.who(),
                line.why(),
                line.correlation(),
                line.causation(),
                line.line());
    }
}
