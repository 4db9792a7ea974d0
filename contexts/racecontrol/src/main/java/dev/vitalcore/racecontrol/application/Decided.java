package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;

/**
 * A decision with what the store knows of it.
 *
 * @param position among all events of the store
 * @param version in the stream of its session
 * @param recordedNanos when the store took it
 */
public record Decided(
        long position, long version, RaceEvent event, Origin origin, long recordedNanos) {
    static Decided read(RecordedEvent recorded, EventFormat<RaceEvent> format) {
        return new Decided(
                recorded.position(),
                recorded.version(),
                format.read(recorded.event().type(), recorded.event().payload()),
                recorded.event().origin(),
                recorded.recordedNanos());
    }

    /** Name of the event, as in the published language. */
    public String type() {
        return event.getClass().getSimpleName();
    }
}
