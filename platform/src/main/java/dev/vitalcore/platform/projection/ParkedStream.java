package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.StreamName;

/**
 * A stream that a projection does not follow any more, because it could not take one of its events.
 * What came after that event waits behind it, so that the order within the stream holds.
 *
 * @param position of the event that could not be taken
 * @param version of the same
 * @param type of the same, with its schema version
 * @param reason why not
 * @param parkedNanos when that was found, nanoseconds since the epoch
 * @param behind events of the stream that wait behind it
 */
public record ParkedStream(
        StreamName stream,
        long position,
        long version,
        String type,
        String reason,
        long parkedNanos,
        long behind) {}
