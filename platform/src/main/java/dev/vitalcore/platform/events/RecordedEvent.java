package dev.vitalcore.platform.events;

/**
 * An event as the store has it.
 *
 * @param position its place among the events of all streams, from 1, without gaps
 * @param version its place in its stream, from 1, without gaps
 * @param recordedNanos when the store took it, nanoseconds since the epoch; never less than that of
 *     the position before, whatever the clock does
 * @param hash links it to the event before it in its stream
 */
public record RecordedEvent(
        long position,
        StreamName stream,
        long version,
        NewEvent event,
        long recordedNanos,
        ChainHash hash) {}
