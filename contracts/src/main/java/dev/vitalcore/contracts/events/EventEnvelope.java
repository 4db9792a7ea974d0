package dev.vitalcore.contracts.events;

import java.util.UUID;

/**
 * An event of the event store on the log, with what the store knows of it. Delivered at least once;
 * stream and version tell one that comes again.
 *
 * @param id of the event, for ever
 * @param position its place among the events of all streams, from 1
 * @param stream as {@code category/id}; the key of the record, so that a stream stays in order
 * @param version its place in its stream, from 1, without gaps
 * @param type for example {@code racecontrol.FlagShown}
 * @param schemaVersion which version of that type's schema the payload was written with
 * @param origin who decided, and why
 * @param eventNanos when it happened, nanoseconds since the epoch
 * @param recordedNanos when the store took it, nanoseconds since the epoch
 * @param payload as the codec of the context wrote it; handed over, not copied
 */
public record EventEnvelope(
        UUID id,
        long position,
        String stream,
        long version,
        String type,
        int schemaVersion,
        Origin origin,
        long eventNanos,
        long recordedNanos,
        byte[] payload) {
    /**
     * Where the decision comes from.
     *
     * @param who the person or the part that decided
     * @param why in the words of who decided; may be empty
     * @param correlation what all that follows from one cause has in common
     * @param causation the command or the event that this is the direct result of
     */
    public record Origin(String who, String why, String correlation, String causation) {}
}
