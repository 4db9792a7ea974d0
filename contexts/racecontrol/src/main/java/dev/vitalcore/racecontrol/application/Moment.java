package dev.vitalcore.racecontrol.application;

import dev.vitalcore.platform.events.RecordedEvent;
import java.util.OptionalLong;

/**
 * Two times that bound what is looked at: 'at 14:32:10, what did we know of 14:30?'
 *
 * @param asOfNanos event time: what came into force later is left out
 * @param knownAtNanos recorded time: what was recorded later is left out
 */
public record Moment(OptionalLong asOfNanos, OptionalLong knownAtNanos) {
    /** All that is known. */
    public static final Moment NOW = new Moment(OptionalLong.empty(), OptionalLong.empty());

    boolean includes(RecordedEvent recorded) {
        return recorded.event().eventNanos() <= asOfNanos.orElse(Long.MAX_VALUE)
                && recorded.recordedNanos() <= knownAtNanos.orElse(Long.MAX_VALUE);
    }
}
