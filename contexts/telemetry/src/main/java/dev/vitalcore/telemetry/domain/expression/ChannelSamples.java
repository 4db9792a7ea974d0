package dev.vitalcore.telemetry.domain.expression;

/**
 * The samples of a channel in a range.
 *
 * @param periodNanos between samples; 0 where they come irregularly
 * @param times nanoseconds since the epoch, ascending; as long as the values
 */
public record ChannelSamples(String name, long periodNanos, long[] times, double[] values) {}
