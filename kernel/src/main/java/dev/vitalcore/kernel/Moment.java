package dev.vitalcore.kernel;

import java.util.OptionalLong;

/**
 * Two times that bound what is looked at: 'at 14:32:10, what did we know of 14:30?'
 *
 * @param asOfNanos event time: what happened or came into force later is left out
 * @param knownAtNanos recorded time: what was recorded later is left out
 */
public record Moment(OptionalLong asOfNanos, OptionalLong knownAtNanos) {
    /** All that is known. */
    public static final Moment NOW = new Moment(OptionalLong.empty(), OptionalLong.empty());

    /** Whether it is of that time or before. */
    public boolean includes(long eventNanos, long recordedNanos) {
        return happenedBy(eventNanos) && recordedNanos <= knownAtNanos.orElse(Long.MAX_VALUE);
    }

    /** Whether what has this event time is looked at. */
    public boolean happenedBy(long eventNanos) {
        return eventNanos <= asOfNanos.orElse(Long.MAX_VALUE);
    }
}
